"""What the trial comes to: recommendation in parts, ratings, economy, learning."""

from django.db import models

from stillads.kernel.models import PublicIdModel, VersionedModel
from stillads.organisation.models import Person
from stillads.trials.models import PERSPECTIVES, Phase

from .evaluation import Evaluation


class RecommendationPart(PublicIdModel, VersionedModel):
    """One part of the recommendation, with its own wording, owner and date."""

    class Proposal(models.TextChoices):
        PERMANENT = "permanent"
        PERMANENT_AND_SPREAD = "spread"
        EXTEND = "extend"
        DROP = "drop"
        OTHER = "other"

    evaluation = models.ForeignKey(Evaluation, on_delete=models.CASCADE, related_name="parts")
    order = models.PositiveIntegerField(default=0)
    proposal = models.CharField(max_length=12, choices=Proposal.choices)
    body = models.JSONField()
    owner = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    due = models.DateField(null=True, blank=True)
    constructed = models.BooleanField(default=False)
    saved_by = models.CharField(max_length=200)
    saved_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)
    idempotency_key = models.CharField(max_length=64, null=True, blank=True, unique=True)

    class Meta:
        ordering = ["order", "pk"]


class Rating(VersionedModel):
    """Overall rating in one perspective: −2 (much worse) to 2 (much better), or not rated.

    Not yet thought of: `saved_at` is empty. Thought of and left unrated: it is not.
    """

    evaluation = models.ForeignKey(Evaluation, on_delete=models.CASCADE, related_name="ratings")
    perspective = models.CharField(max_length=10, choices=PERSPECTIVES)
    value = models.SmallIntegerField(null=True, blank=True)
    why = models.CharField(max_length=400, blank=True)
    constructed = models.BooleanField(default=False)
    saved_by = models.CharField(max_length=200, blank=True)
    saved_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["evaluation", "perspective"], name="one_rating")]


class LedgerLine(PublicIdModel, VersionedModel):
    """One line of the small economy: hours or kroner, once or running, who gains, who pays."""

    class Kind(models.TextChoices):
        HOURS = "hours"
        KRONER = "kroner"

    class Rhythm(models.TextChoices):
        ONCE = "once"
        WEEKLY = "weekly"
        MONTHLY = "monthly"
        YEARLY = "yearly"

    evaluation = models.ForeignKey(Evaluation, on_delete=models.CASCADE, related_name="ledger")
    what = models.CharField(max_length=200)
    kind = models.CharField(max_length=8, choices=Kind.choices)
    amount = models.DecimalField(max_digits=14, decimal_places=2)  # positive: saved; negative: spent
    rhythm = models.CharField(max_length=8, choices=Rhythm.choices)
    who = models.CharField(max_length=160)  # who gains or pays
    method = models.CharField(max_length=300)
    estimate = models.BooleanField(default=True)
    constructed = models.BooleanField(default=False)
    saved_by = models.CharField(max_length=200)
    saved_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)
    idempotency_key = models.CharField(max_length=64, null=True, blank=True, unique=True)

    class Meta:
        ordering = ["pk"]


class LearningNote(PublicIdModel, VersionedModel):
    """What was learnt from a trial that was dropped: kept, so that nobody repeats it unknowing."""

    phase = models.OneToOneField(Phase, on_delete=models.PROTECT, related_name="learning_note")
    body = models.JSONField(default=dict)
    by = models.CharField(max_length=200)
    at = models.DateTimeField()
