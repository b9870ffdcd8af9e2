"""Plans: one sheet per citizen, its versions, who has read the newest, and which units share it."""

from django.db import models

from stillads.kernel.models import PublicIdModel, VersionedModel
from stillads.organisation.models import Person, Unit
from stillads.trials.models import Participant

from .deployment import Deployment


class Plan(PublicIdModel, VersionedModel):
    """The sheet itself; `newest` is the number of the version that holds, 0 before the first."""

    deployment = models.ForeignKey(Deployment, on_delete=models.PROTECT, related_name="plans")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="plans")
    newest = models.PositiveIntegerField(default=0)
    moved_from = models.CharField(max_length=120, blank=True)  # what it was converted from
    closed_on = models.DateField(null=True, blank=True)
    constructed = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["deployment", "participant"], name="one_plan_a_participant")
        ]


class PlanVersion(models.Model):
    """What the sheet said from a moment on; only added. `content` maps the field's key to its text."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    content = models.JSONField()
    links = models.JSONField(default=list)
    by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=200)
    at = models.DateTimeField()
    entry_key = models.CharField(max_length=16)
    idempotency_key = models.CharField(max_length=64, null=True, blank=True, unique=True)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["plan", "number"], name="one_plan_version_number")]


class PlanReading(models.Model):
    """Somebody has read a version."""

    version = models.ForeignKey(PlanVersion, on_delete=models.PROTECT, related_name="readings")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["version", "person"], name="read_once")]


class PlanShare(models.Model):
    """A unit that shares the citizen, from one day to another (both count)."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="shares")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "unit", "valid_from"], name="shared_once_from_a_day")
        ]
