"""A desk's things, visits, loans, and those who wait."""

from django.db import models

from stillads.kernel.models import PublicIdModel, VersionedModel
from stillads.organisation.models import Person
from stillads.trials.models import Participant

from .deployment import Deployment


class DeskItem(PublicIdModel, VersionedModel):
    """One copy of a line of the catalogue, with the label that its QR code leads to."""

    class State(models.TextChoices):
        IN = "in"
        LENT = "lent"
        CLEANING = "cleaning"
        REPAIR = "repair"
        GONE = "gone"  # worn out, lost, or handed out for good

    deployment = models.ForeignKey(Deployment, on_delete=models.PROTECT, related_name="items")
    line = models.CharField(max_length=60)  # key of the catalogue's line
    label = models.CharField(max_length=40)
    state = models.CharField(max_length=10, choices=State.choices, default=State.IN)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["deployment", "label"], name="one_label_a_desk")]


class ClosedDay(models.Model):
    """A day on which the desk is closed though its hours say otherwise."""

    deployment = models.ForeignKey(Deployment, on_delete=models.CASCADE, related_name="closed_days")
    day = models.DateField()
    why = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["deployment", "day"], name="closed_once")]


class Visit(PublicIdModel, VersionedModel):
    """Booked, walked in, or asked for by the hospital: all in one queue."""

    class Arrived(models.TextChoices):
        BOOKED = "booked"
        WALKED_IN = "walked_in"
        HOSPITAL = "hospital"

    class State(models.TextChoices):
        BOOKED = "booked"
        WAITING = "waiting"
        SERVED = "served"  # at the desk now
        DONE = "done"
        STAYED_AWAY = "stayed_away"
        CANCELLED = "cancelled"

    deployment = models.ForeignKey(Deployment, on_delete=models.PROTECT, related_name="visits")
    participant = models.ForeignKey(
        Participant, null=True, blank=True, on_delete=models.PROTECT, related_name="visits"
    )
    called = models.CharField(max_length=60, blank=True)  # what is called out: a first name or a number
    arrived = models.CharField(max_length=10, choices=Arrived.choices)
    state = models.CharField(max_length=12, choices=State.choices)
    errand = models.CharField(max_length=60, blank=True)
    starts_at = models.DateTimeField(null=True, blank=True)
    came_at = models.DateTimeField(null=True, blank=True)
    begun_at = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    served_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    constructed = models.BooleanField(default=False)
    idempotency_key = models.CharField(max_length=64, null=True, blank=True, unique=True)

    class Meta:
        indexes = [models.Index(fields=["deployment", "state", "starts_at"], name="visit_queue")]


class Loan(PublicIdModel, VersionedModel):
    """A copy is with somebody, without application, until a day (or for good)."""

    item = models.ForeignKey(DeskItem, on_delete=models.PROTECT, related_name="loans")
    participant = models.ForeignKey(
        Participant, null=True, blank=True, on_delete=models.PROTECT, related_name="loans"
    )
    visit = models.ForeignKey(Visit, null=True, blank=True, on_delete=models.PROTECT, related_name="loans")
    called = models.CharField(max_length=60, blank=True)  # whom to ask for when it is late; staff's own words
    lent_on = models.DateField()
    due_on = models.DateField(null=True, blank=True)
    reminded_at = models.DateTimeField(null=True, blank=True)
    returned_on = models.DateField(null=True, blank=True)
    condition = models.CharField(max_length=10, blank=True)
    constructed = models.BooleanField(default=False)
    idempotency_key = models.CharField(max_length=64, null=True, blank=True, unique=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["item"], condition=models.Q(returned_on__isnull=True), name="lent_to_one_at_a_time"
            )
        ]


class Waiting(PublicIdModel):
    """Somebody waits for a line of the catalogue."""

    deployment = models.ForeignKey(Deployment, on_delete=models.PROTECT, related_name="waiting")
    line = models.CharField(max_length=60)
    participant = models.ForeignKey(
        Participant, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    called = models.CharField(max_length=60, blank=True)
    since = models.DateTimeField()
    offered_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    idempotency_key = models.CharField(max_length=64, null=True, blank=True, unique=True)

    class Meta:
        ordering = ["since", "pk"]
