"""Hearing, committee item, decision, actions."""

from django.db import models

from stillads.evaluation.models import RecommendationPart
from stillads.kernel.models import PublicIdModel, VersionedModel
from stillads.organisation.models import Person, Unit
from stillads.trials.models import Phase, Round


class HearingStep(PublicIdModel):
    """The elders' council or MED was asked, answered, or was passed over with a reason."""

    class Body(models.TextChoices):
        ELDERS_COUNCIL = "elders_council"
        MED = "med"

    class State(models.TextChoices):
        PLANNED = "planned"
        SENT = "sent"
        ANSWERED = "answered"
        WAIVED = "waived"

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="hearing_steps")
    body = models.CharField(max_length=16, choices=Body.choices)
    state = models.CharField(max_length=10, choices=State.choices)
    day = models.DateField()
    text = models.TextField(blank=True)  # the answer, or the reason for waiving
    by = models.CharField(max_length=200)
    at = models.DateTimeField()
    constructed = models.BooleanField(default=False)


class CommitteeItem(PublicIdModel, VersionedModel):
    """The item for the political committee, drafted from evaluation and feedback."""

    class Type(models.TextChoices):
        INFORMATION = "information"
        DISCUSSION = "discussion"
        DECISION = "decision"

    class State(models.TextChoices):
        DRAFT = "draft"
        SUBMITTED = "submitted"
        DECIDED = "decided"

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="committee_items")
    title = models.CharField(max_length=200)
    type = models.CharField(max_length=12, choices=Type.choices)
    committee = models.CharField(max_length=160)
    meeting_on = models.DateField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    sections = models.JSONField(default=dict)  # heading key → Body, in the order of the setting
    management_recommendation = models.JSONField(default=dict)
    committee_wording = models.JSONField(default=dict)
    management_follow_up = models.JSONField(default=dict)
    submitted_at = models.DateTimeField(null=True, blank=True)
    submitted_content = models.TextField(blank=True)
    submitted_sha256 = models.CharField(max_length=64, blank=True)
    constructed = models.BooleanField(default=False)
    idempotency_key = models.CharField(max_length=64, unique=True)


class Decision(PublicIdModel, VersionedModel):
    """The outcome of one part of one trial's recommendation."""

    class Outcome(models.TextChoices):
        PERMANENT = "permanent"
        PERMANENT_AND_SPREAD = "spread"
        EXTEND = "extend"
        DROP = "drop"

    phase = models.ForeignKey(Phase, on_delete=models.PROTECT, related_name="decisions")
    part = models.ForeignKey(
        RecommendationPart, null=True, blank=True, on_delete=models.PROTECT, related_name="decisions"
    )
    item = models.ForeignKey(
        CommitteeItem, null=True, blank=True, on_delete=models.PROTECT, related_name="decisions"
    )
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    wording = models.TextField()
    reason = models.TextField(blank=True)
    owner = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    deadline = models.DateField(null=True, blank=True)
    review_on = models.DateField(null=True, blank=True)  # this day opens it again
    reopened_at = models.DateTimeField(null=True, blank=True)
    replaces = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="replaced_by"
    )
    next_phase = models.ForeignKey(Phase, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    decided_on = models.DateField()
    by = models.CharField(max_length=200)
    at = models.DateTimeField()
    constructed = models.BooleanField(default=False)
    idempotency_key = models.CharField(max_length=64, unique=True)


class ActionItem(PublicIdModel, VersionedModel):
    """Something somebody shall do after the decision."""

    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="actions")
    what = models.CharField(max_length=300)
    owner = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="action_items"
    )
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    due = models.DateField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.CharField(max_length=200, blank=True)
    constructed = models.BooleanField(default=False)
