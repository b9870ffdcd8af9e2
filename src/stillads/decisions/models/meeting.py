"""The welfare meeting: agenda, and feedback by role."""

from django.db import models

from stillads.kernel.models import PublicIdModel, VersionedModel
from stillads.trials.models import Phase, Round


class Meeting(PublicIdModel, VersionedModel):
    """A round's *Velfærdsmøde*. Its feedback is frozen as the basis of decision."""

    round = models.OneToOneField(Round, on_delete=models.PROTECT, related_name="meeting")
    held_on = models.DateField()
    starts_at = models.TimeField(null=True, blank=True)
    place = models.CharField(max_length=200, blank=True)
    token_hash = models.CharField(max_length=64, unique=True)  # the QR code's secret
    token_sealed = models.BinaryField()
    opens_at = models.DateTimeField(null=True, blank=True)
    closes_at = models.DateTimeField(null=True, blank=True)
    frozen_at = models.DateTimeField(null=True, blank=True)
    frozen_by = models.CharField(max_length=200, blank=True)
    frozen_content = models.TextField(blank=True)
    frozen_sha256 = models.CharField(max_length=64, blank=True)


class AgendaItem(PublicIdModel):
    """One trial on the agenda, with presenters and minutes."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="items")
    phase = models.ForeignKey(Phase, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=200)
    presenters = models.CharField(max_length=300, blank=True)
    minutes = models.PositiveSmallIntegerField(default=10)
    order = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["order", "pk"]

    @property
    def constructed(self) -> bool:
        """Is the trial, or this phase of it, invented?"""
        return self.phase is not None and (self.phase.constructed or self.phase.trial.constructed)


class Feedback(PublicIdModel):
    """One participant's answers on one trial: from a phone, or from paper typed in later."""

    class Role(models.TextChoices):
        LEADER = "leader"
        EMPLOYEE = "employee"
        UNION = "union"
        COUNCIL = "council"  # elders' council
        RELATIVE = "relative"
        CITIZEN = "citizen"
        MANAGEMENT = "management"
        OTHER = "other"

    class Wish(models.TextChoices):
        PERMANENT = "permanent"
        SPREAD = "spread"
        EXTEND = "extend"
        DROP = "drop"
        UNSURE = "unsure"

    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="feedback")
    role = models.CharField(max_length=12, choices=Role.choices)
    value = models.SmallIntegerField(null=True, blank=True)  # 1–5: is it worth going on with?
    ready = models.SmallIntegerField(null=True, blank=True)  # 1–5: could it start with us?
    wish = models.CharField(max_length=10, choices=Wish.choices, blank=True)
    text = models.TextField(blank=True)
    from_paper = models.BooleanField(default=False)
    typed_by = models.CharField(max_length=200, blank=True)
    constructed = models.BooleanField(default=False)
    given_at = models.DateTimeField()
    idempotency_key = models.CharField(max_length=64, unique=True)
