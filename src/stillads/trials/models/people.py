"""Who takes part. Participant is the only row in the house that knows which citizen it is."""

from django.db import models

from stillads.kernel.models import PublicIdModel
from stillads.organisation.models import Citizen, Unit

from .phase import Phase


class Participant(PublicIdModel):
    """A citizen in a phase at a site, under a pseudonym."""

    phase = models.ForeignKey(Phase, null=True, on_delete=models.PROTECT, related_name="participants")
    # A deployment without a phase (daily operation) is named by its public id: capture lies above.
    deployment_key = models.CharField(max_length=16, blank=True)
    site = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    pseudonym = models.CharField(max_length=24)
    citizen = models.ForeignKey(
        Citizen, null=True, blank=True, on_delete=models.SET_NULL, related_name="participations"
    )
    enrolled_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True, blank=True)
    left_why = models.CharField(max_length=20, blank=True)
    idempotency_key = models.CharField(max_length=64, null=True, blank=True, unique=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["phase", "deployment_key", "pseudonym"], name="one_pseudonym"),
        ]


class Participation(models.Model):
    """What a participant has been told and said yes or no to, and who speaks for the citizen."""

    class State(models.TextChoices):
        INFORMED = "informed"
        PARTICIPATES = "participates"
        DECLINES = "declines"
        WRITTEN_CONSENT = "written_consent"
        WITHDRAWN = "withdrawn"

    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="states")
    state = models.CharField(max_length=16, choices=State.choices)
    spoken_by = models.CharField(max_length=120, blank=True)
    at = models.DateTimeField()
    by = models.CharField(max_length=200)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["pk"]
