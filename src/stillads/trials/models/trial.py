"""Trials: a question worth a hundred days, with the people and ideas behind it."""

from django.db import models

from stillads.ideas.models import Idea, Theme
from stillads.kernel.fields import SortKeyField
from stillads.kernel.models import PublicIdModel, VersionedModel
from stillads.organisation.models import Person, Unit
from stillads.vocabularies.models import LegalBasis


class Trial(PublicIdModel, VersionedModel):
    """A *prøvehandling*: it lives through one or more phases."""

    class Exemption(models.TextChoices):
        NOT_NEEDED = "not_needed"
        NEEDED = "needed"
        APPLIED = "applied"
        GRANTED = "granted"
        REFUSED = "refused"
        UNKNOWN = "unknown"

    class State(models.TextChoices):
        DRAFT = "draft"
        ACTIVE = "active"
        DECIDED = "decided"
        MERGED = "merged"
        DROPPED = "dropped"

    title = models.CharField(max_length=200)
    title_sort = SortKeyField()
    question = models.TextField(blank=True)
    description = models.JSONField(default=dict)  # documents.blocks.Body
    theme = models.ForeignKey(Theme, null=True, blank=True, on_delete=models.PROTECT)
    lead = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="leads_trials"
    )
    owner_unit = models.ForeignKey(
        Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="trials"
    )
    legal_bases = models.ManyToManyField(LegalBasis, blank=True, related_name="trials")
    exemption = models.CharField(max_length=12, choices=Exemption.choices, default=Exemption.UNKNOWN)
    exemption_note = models.CharField(max_length=300, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    ideas = models.ManyToManyField(Idea, blank=True, related_name="trials")
    source_note = models.CharField(max_length=200, blank=True)  # for example the booklet it was told in
    constructed = models.BooleanField(default=False)
    created_at = models.DateTimeField()
    idempotency_key = models.CharField(max_length=64, unique=True)

    def __str__(self) -> str:
        return self.title


class TrialTransition(models.Model):
    """One step of a trial's life."""

    trial = models.ForeignKey(Trial, on_delete=models.CASCADE, related_name="transitions")
    from_state = models.CharField(max_length=12, blank=True)
    to_state = models.CharField(max_length=12)
    reason = models.TextField(blank=True)
    by = models.CharField(max_length=200)
    at = models.DateTimeField()


class TrialLink(models.Model):
    """Two trials that belong together; `merged_into` ends the first one."""

    class Kind(models.TextChoices):
        RELATED = "related"
        MAY_JOIN = "may_join"
        MERGED_INTO = "merged_into"

    trial = models.ForeignKey(Trial, on_delete=models.CASCADE, related_name="links_out")
    other = models.ForeignKey(Trial, on_delete=models.CASCADE, related_name="links_in")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    note = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["trial", "other"], name="one_link_a_pair")]


class Stage(PublicIdModel):
    """A part of a trial with a status of its own and, where it waits, what blocks it."""

    class State(models.TextChoices):
        WAITING = "waiting"
        RUNNING = "running"
        TESTED = "tested"
        DROPPED = "dropped"

    class Blocker(models.TextChoices):
        NONE = "none"
        LAW = "law"
        IT = "it"
        PROCUREMENT = "procurement"
        STAFFING = "staffing"
        OTHER = "other"

    trial = models.ForeignKey(Trial, on_delete=models.CASCADE, related_name="stages")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    status_text = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    blocker = models.CharField(max_length=12, choices=Blocker.choices, default=Blocker.NONE)
    expected_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["trial", "number"], name="one_stage_number")]
