"""Verdicts: what became of an expectation, computed once and kept."""

from django.db import models

from stillads.kernel.models import PublicIdModel
from stillads.trials.models import Criterion, Figure


class Verdict(PublicIdModel):
    """One expectation's verdict, fallen once at its evaluation date. The database refuses to change it.

    criterion  the expectation as first written; amendments that counted stand in `inputs`
    rule_name  the rule and its edition: another edition never touches a fallen verdict
    inputs     what the rule was given, as JSON: criterion, figure, change, size, unit, n, N
    """

    class Outcome(models.TextChoices):
        MET = "met"
        NOT_MET = "not_met"
        WRONG_WAY = "wrong_way"
        CANNOT_TELL = "cannot_tell"

    criterion = models.OneToOneField(Criterion, on_delete=models.PROTECT, related_name="verdict")
    figure = models.ForeignKey(Figure, null=True, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=12, choices=Outcome.choices)
    why = models.CharField(max_length=30, blank=True)  # key of the sentence in `analysis.words`
    rule_name = models.CharField(max_length=60)
    inputs = models.JSONField()
    evaluation_date = models.DateField()
    computed_at = models.DateTimeField()
    by = models.CharField(max_length=200)
