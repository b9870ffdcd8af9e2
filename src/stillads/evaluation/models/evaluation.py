"""A phase's evaluation: texts with a version each, so that several can write at once."""

from django.db import models

from stillads.kernel.models import PublicIdModel, VersionedModel
from stillads.trials.models import Phase


class Evaluation(PublicIdModel, VersionedModel):
    """The booklet's form for one phase."""

    class State(models.TextChoices):
        DRAFT = "draft"
        IN_REVIEW = "in_review"
        CHANGES_ASKED = "changes_asked"
        APPROVED = "approved"

    phase = models.OneToOneField(Phase, on_delete=models.PROTECT, related_name="evaluation")
    state = models.CharField(max_length=14, choices=State.choices, default=State.DRAFT)
    created_at = models.DateTimeField()
    imported_from = models.CharField(max_length=200, blank=True)


class EvaluationTransition(models.Model):
    """One step of an evaluation's life; a reviewer's wishes stand in `reason`."""

    evaluation = models.ForeignKey(Evaluation, on_delete=models.CASCADE, related_name="transitions")
    from_state = models.CharField(max_length=14, blank=True)
    to_state = models.CharField(max_length=14)
    reason = models.TextField(blank=True)
    by = models.CharField(max_length=200)
    actor = models.CharField(max_length=80)  # as the viewer has it: who may not approve their own work
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]


class TextField(VersionedModel):
    """One text of the form. Its version counts its saves; the row is there from the opening."""

    class Key(models.TextChoices):
        DESCRIPTION = "description"
        ASSESSMENT = "assessment"
        IMPRESSION = "impression"

    evaluation = models.ForeignKey(Evaluation, on_delete=models.CASCADE, related_name="texts")
    key = models.CharField(max_length=20, choices=Key.choices)
    body = models.JSONField(default=dict)  # documents.blocks.Body
    saved_by = models.CharField(max_length=200, blank=True)
    saved_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["evaluation", "key"], name="one_text_a_key")]


class KeptSave(PublicIdModel):
    """A save that came second: kept beside the winner until somebody has read both.

    target  text:<key>, finding:<public id>, box:<side>:<perspective>, part:<public id>,
            rating:<perspective> or ledger:<public id>
    fields  what would have been written: column → JSON value
    """

    evaluation = models.ForeignKey(Evaluation, on_delete=models.CASCADE, related_name="kept_saves")
    target = models.CharField(max_length=60)
    fields = models.JSONField()
    based_on_version = models.PositiveIntegerField()
    by = models.CharField(max_length=200)
    at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.CharField(max_length=200, blank=True)
    settled_how = models.CharField(max_length=10, blank=True)

    class Meta:
        ordering = ["pk"]
