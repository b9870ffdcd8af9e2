"""Cases on their way through a flow, and the steps they have taken."""

from django.db import models

from stillads.kernel.models import PublicIdModel, VersionedModel
from stillads.organisation.models import Person, Unit
from stillads.playbooks.models import PlaybookVersion
from stillads.trials.models import Participant

from .deployment import Deployment


class Case(PublicIdModel, VersionedModel):
    """Where a citizen is in a flow. It stays on the version it began on, and runs on after the phase."""

    class State(models.TextChoices):
        OPEN = "open"
        ENDED = "ended"
        CANCELLED = "cancelled"

    deployment = models.ForeignKey(Deployment, on_delete=models.PROTECT, related_name="cases")
    playbook_version = models.ForeignKey(PlaybookVersion, on_delete=models.PROTECT, related_name="+")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="cases")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")  # who has it now
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    step = models.CharField(max_length=60)
    role = models.CharField(max_length=200)  # who does the step, as the playbook words it
    assigned = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    started_on = models.DateField()
    step_since = models.DateTimeField()
    due_on = models.DateField(null=True, blank=True)
    follow_up_on = models.DateField(null=True, blank=True)
    handovers = models.PositiveSmallIntegerField(default=0)
    outcome = models.CharField(max_length=60, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    cancel_why = models.CharField(max_length=300, blank=True)
    mark_copied_at = models.DateTimeField(null=True, blank=True)
    constructed = models.BooleanField(default=False)
    idempotency_key = models.CharField(max_length=64, null=True, blank=True, unique=True)

    class Meta:
        indexes = [
            models.Index(fields=["unit", "state", "due_on"], name="case_worklist"),
            models.Index(fields=["deployment", "state"], name="case_deployment"),
        ]


class CaseStep(models.Model):
    """One step that a case has taken; the entry with the same `entry_key` holds the answers.

    A row is never changed: a step done by mistake is taken back by a newer row (`takes_back`).
    """

    class How(models.TextChoices):
        FORM = "form"
        SPOKEN = "spoken"  # mundtligt overleveret
        CANCELLED = "cancelled"
        BACK = "back"  # takes an earlier step back

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="taken")
    step = models.CharField(max_length=60)
    role = models.CharField(max_length=200)
    reached_at = models.DateTimeField()
    due_on = models.DateField(null=True)
    done_at = models.DateTimeField()
    done_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    how = models.CharField(max_length=10, choices=How.choices)
    to = models.CharField(max_length=60)
    entry_key = models.CharField(max_length=16)
    takes_back = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="taken_back_by"
    )
    reason = models.CharField(max_length=200, blank=True)  # why it was taken back

    class Meta:
        ordering = ["pk"]
