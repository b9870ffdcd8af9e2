"""Planned and actual presence; meetings and the points on their agenda."""

from django.db import models

from stillads.kernel.models import PublicIdModel, VersionedModel
from stillads.organisation.models import Person

from .deployment import Deployment


class Presence(PublicIdModel, VersionedModel):
    """A person is to be at the place from a moment to another, as something. `came` is None until it is told."""

    class Came(models.TextChoices):
        YES = "yes"
        PARTLY = "partly"
        NO = "no"

    deployment = models.ForeignKey(Deployment, on_delete=models.PROTECT, related_name="presences")
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    function = models.CharField(max_length=60)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    locked = models.BooleanField(default=False)
    came = models.CharField(max_length=8, choices=Came.choices, blank=True)
    minutes = models.PositiveIntegerField(null=True, blank=True)
    why_not = models.CharField(max_length=200, blank=True)
    constructed = models.BooleanField(default=False)
    idempotency_key = models.CharField(max_length=64, null=True, blank=True, unique=True)

    class Meta:
        indexes = [models.Index(fields=["deployment", "starts_at"], name="presence_by_time")]


class Meeting(PublicIdModel, VersionedModel):
    """One time that the meeting is held."""

    deployment = models.ForeignKey(Deployment, on_delete=models.PROTECT, related_name="meetings")
    day = models.DateField()
    held_at = models.DateTimeField(null=True, blank=True)
    minutes = models.PositiveIntegerField(null=True, blank=True)
    constructed = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["deployment", "day"], name="one_meeting_a_day")]


class AgendaPoint(PublicIdModel, VersionedModel):
    """Something for the meeting: written by somebody, or brought by the house (a new resident, an open case)."""

    deployment = models.ForeignKey(Deployment, on_delete=models.PROTECT, related_name="points")
    meeting = models.ForeignKey(
        Meeting, null=True, blank=True, on_delete=models.PROTECT, related_name="points"
    )
    text = models.CharField(max_length=300)
    source = models.CharField(max_length=20, default="person")  # person, moved_in, case, wish
    subject = models.CharField(max_length=16, blank=True)
    by = models.CharField(max_length=200)
    at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)
    what_came_of_it = models.CharField(max_length=300, blank=True)
    constructed = models.BooleanField(default=False)
    idempotency_key = models.CharField(max_length=64, null=True, blank=True, unique=True)

    class Meta:
        ordering = ["pk"]
