"""Rounds: the calendar window that many trials share."""

from django.db import models

from stillads.kernel.models import PublicIdModel, VersionedModel


class Round(PublicIdModel, VersionedModel):
    """`2022-2`: the second round of 2022. Both dates count; 100 days is a default, never a rule."""

    class State(models.TextChoices):
        PLANNED = "planned"
        OPEN = "open"
        EVALUATING = "evaluating"
        MEETING = "meeting"
        DECIDED = "decided"
        CLOSED = "closed"

    key = models.CharField(max_length=12, unique=True)
    title = models.CharField(max_length=160)
    state = models.CharField(max_length=12, choices=State.choices, default=State.PLANNED)
    baseline_start = models.DateField(null=True, blank=True)
    start = models.DateField()
    end = models.DateField()
    evaluation_deadline = models.DateField()
    welfare_meeting = models.DateField(null=True, blank=True)
    committee_meeting = models.DateField(null=True, blank=True)
    constructed = models.BooleanField(default=False)
    idempotency_key = models.CharField(max_length=64, null=True, blank=True, unique=True)

    def __str__(self) -> str:
        return self.key


class Milestone(PublicIdModel):
    """A date of the round that somebody must act on, beside the four fixed ones."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="milestones")
    title = models.CharField(max_length=160)
    day = models.DateField()
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["day"]


class RoundMove(models.Model):
    """The round's dates were changed: what they were, what they became, and why."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="moves")
    before = models.JSONField()  # name of the date → ISO day or null
    after = models.JSONField()
    reason = models.TextField(blank=True)
    by = models.CharField(max_length=200)
    at = models.DateTimeField()


class RoundTransition(models.Model):
    """One step of a round's life."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="transitions")
    from_state = models.CharField(max_length=12, blank=True)
    to_state = models.CharField(max_length=12)
    reason = models.TextField(blank=True)
    by = models.CharField(max_length=200)
    at = models.DateTimeField()
