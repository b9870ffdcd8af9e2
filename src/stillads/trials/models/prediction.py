"""What is expected, written down and locked before day 1; and figures typed by hand."""

from django.db import models

from stillads.kernel.models import PublicIdModel, VersionedModel

from .phase import Phase

PERSPECTIVES = [("citizen", "citizen"), ("employee", "employee"), ("economy", "economy")]


class Prediction(VersionedModel):
    """The phase's prediction as a whole: when it was locked, and the rule that will decide."""

    phase = models.OneToOneField(Phase, on_delete=models.CASCADE, related_name="prediction")
    decision_rule = models.TextField(blank=True)
    evaluation_date = models.DateField(null=True, blank=True)
    locked_at = models.DateTimeField(null=True, blank=True)
    locked_by = models.CharField(max_length=200, blank=True)


class PredictionAmendment(models.Model):
    """After the lock, the decision rule or the evaluation date became another; the locked row stays."""

    class Part(models.TextChoices):
        DECISION_RULE = "decision_rule"
        EVALUATION_DATE = "evaluation_date"

    prediction = models.ForeignKey(Prediction, on_delete=models.CASCADE, related_name="amendments")
    part = models.CharField(max_length=16, choices=Part.choices)
    before = models.TextField(blank=True)
    after = models.TextField()
    reason = models.TextField()
    by = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]


class Criterion(PublicIdModel):
    """One expectation. After the lock it is never changed: an amendment is a new row that names it."""

    class Direction(models.TextChoices):
        UP = "up"
        DOWN = "down"
        UNCHANGED = "unchanged"
        NOT_WORSE = "not_worse"  # guardrails

    phase = models.ForeignKey(Phase, on_delete=models.CASCADE, related_name="criteria")
    perspective = models.CharField(max_length=10, choices=PERSPECTIVES)
    what = models.CharField(max_length=300)
    direction = models.CharField(max_length=10, choices=Direction.choices)
    size = models.DecimalField(max_digits=14, decimal_places=4, null=True, blank=True)
    # Which way is worse, for guardrails: complaints `up`, satisfaction `down`.
    worse = models.CharField(max_length=4, choices=[("up", "up"), ("down", "down")], default="up")
    unit = models.CharField(max_length=40, blank=True)  # "%", "opkald pr. uge", "borgere"
    measure = models.CharField(max_length=80, blank=True)  # key of a playbook measure, or empty
    how_known = models.CharField(max_length=400, blank=True)
    primary = models.BooleanField(default=False)
    guardrail = models.BooleanField(default=False)
    evaluation_date = models.DateField(null=True, blank=True)
    locked_at = models.DateTimeField(null=True, blank=True)
    amends = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="amendments"
    )
    withdrawn = models.BooleanField(default=False)  # an amendment that takes the expectation away
    reason = models.TextField(blank=True)
    created_at = models.DateTimeField()
    created_by = models.CharField(max_length=200)
    idempotency_key = models.CharField(max_length=64, null=True, blank=True, unique=True)

    class Meta:
        ordering = ["pk"]


class Figure(PublicIdModel):
    """A measured number typed by hand, with method, source and date. Corrected by a newer row."""

    phase = models.ForeignKey(Phase, on_delete=models.CASCADE, related_name="figures")
    criterion = models.ForeignKey(
        Criterion, null=True, blank=True, on_delete=models.PROTECT, related_name="figures"
    )
    perspective = models.CharField(max_length=10, choices=PERSPECTIVES, blank=True)
    label = models.CharField(max_length=300)
    value = models.DecimalField(max_digits=16, decimal_places=4)
    unit = models.CharField(max_length=40, blank=True)
    numerator = models.PositiveIntegerField(null=True, blank=True)
    denominator = models.PositiveIntegerField(null=True, blank=True)  # the N of "n of N"
    before = models.DecimalField(max_digits=16, decimal_places=4, null=True, blank=True)
    period_first = models.DateField(null=True, blank=True)
    period_last = models.DateField(null=True, blank=True)
    method = models.CharField(max_length=300)
    source = models.CharField(max_length=300)
    dated = models.DateField()
    site = models.CharField(max_length=160, blank=True)
    estimate = models.BooleanField(default=False)  # one person's judgement, not a count
    published_by_source = models.BooleanField(default=False)  # exempt from small-cell rules
    constructed = models.BooleanField(default=False)
    replaces = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="replaced_by"
    )
    reason = models.CharField(max_length=300, blank=True)  # why it replaces the one before
    withdrawn = models.BooleanField(default=False)  # replaces a number that should not have been there
    created_at = models.DateTimeField()
    created_by = models.CharField(max_length=200)
    idempotency_key = models.CharField(max_length=64, null=True, blank=True, unique=True)

    class Meta:
        ordering = ["pk"]
