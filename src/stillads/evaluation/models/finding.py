"""Findings: each advantage and barrier, typed and led back to what stands behind it."""

from django.db import models

from stillads.kernel.models import PublicIdModel, VersionedModel
from stillads.trials.models import PERSPECTIVES, Figure

from .evaluation import Evaluation

SIDES = [("advantage", "advantage"), ("barrier", "barrier")]


class Finding(PublicIdModel, VersionedModel):
    """One advantage or barrier in one perspective."""

    class Evidence(models.TextChoices):
        MEASURED = "measured"
        SURVEY = "survey"
        QUOTE = "quote"
        OBSERVATION = "observation"
        ASSUMPTION = "assumption"
        UNCLASSIFIED = "unclassified"  # imported

    evaluation = models.ForeignKey(Evaluation, on_delete=models.CASCADE, related_name="findings")
    side = models.CharField(max_length=10, choices=SIDES)
    perspective = models.CharField(max_length=10, choices=PERSPECTIVES)
    evidence = models.CharField(max_length=14, choices=Evidence.choices)
    part = models.CharField(max_length=160, blank=True)  # "Ad 1) …": the stage it belongs to
    body = models.JSONField()
    order = models.PositiveIntegerField(default=0)
    carried_from = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="carried_to"
    )
    carried_label = models.CharField(max_length=120, blank=True)  # "Fra sidste afprøvning"
    constructed = models.BooleanField(default=False)
    saved_by = models.CharField(max_length=200)
    saved_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)
    idempotency_key = models.CharField(max_length=64, null=True, blank=True, unique=True)

    class Meta:
        ordering = ["order", "pk"]


class Box(VersionedModel):
    """One of the six boxes (side × perspective) and what an empty one means."""

    class State(models.TextChoices):
        OPEN = "open"  # still being written, or has findings
        NONE_FOUND = "none_found"  # looked for, nothing found
        NOT_EXAMINED = "not_examined"
        NOT_STATED = "not_stated"  # *uoplyst*: an imported Ingen, Intet or blank

    evaluation = models.ForeignKey(Evaluation, on_delete=models.CASCADE, related_name="boxes")
    side = models.CharField(max_length=10, choices=SIDES)
    perspective = models.CharField(max_length=10, choices=PERSPECTIVES)
    state = models.CharField(max_length=14, choices=State.choices, default=State.OPEN)
    as_written = models.CharField(max_length=60, blank=True)
    why = models.CharField(max_length=300, blank=True)  # how it was looked for, or why not
    saved_by = models.CharField(max_length=200, blank=True)
    saved_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["evaluation", "side", "perspective"], name="one_box"),
        ]


class EvidenceLink(PublicIdModel):
    """What stands behind a finding: a figure, a cited source, or a quote that may be published."""

    class Kind(models.TextChoices):
        FIGURE = "figure"
        SOURCE = "source"
        QUOTE = "quote"
        LOG_ENTRY = "log_entry"

    finding = models.ForeignKey(Finding, on_delete=models.CASCADE, related_name="evidence_links")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    figure = models.ForeignKey(Figure, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    text = models.TextField(blank=True)
    source = models.CharField(max_length=300, blank=True)
    may_be_published = models.BooleanField(default=False)
    key = models.CharField(max_length=40, blank=True)
    by = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
