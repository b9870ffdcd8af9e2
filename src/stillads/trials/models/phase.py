"""Phases: one trial in one round, at sites, with windows."""

from django.db import models

from stillads.kernel.models import PublicIdModel, VersionedModel
from stillads.organisation.models import Person, Unit
from stillads.playbooks.models import PlaybookVersion

from .round import Round
from .trial import Trial


class Phase(PublicIdModel, VersionedModel):
    """A trial's run in a round. Its dates are the round's unless it has its own."""

    class State(models.TextChoices):
        DRAFT = "draft"
        READY = "ready"  # prediction locked, waiting for day 1
        RUNNING = "running"
        EVALUATING = "evaluating"
        EVALUATED = "evaluated"
        DECIDED = "decided"
        STOPPED = "stopped"

    trial = models.ForeignKey(Trial, on_delete=models.PROTECT, related_name="phases")
    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="phases")
    number = models.PositiveSmallIntegerField()  # the trial's first, second, third phase
    order_in_round = models.PositiveSmallIntegerField(default=0)  # the chapter's number in the booklet
    playbook_version = models.ForeignKey(
        PlaybookVersion, null=True, blank=True, on_delete=models.PROTECT, related_name="phases"
    )
    previous = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="next_phases"
    )
    state = models.CharField(max_length=12, choices=State.choices, default=State.DRAFT)
    baseline_start = models.DateField(null=True, blank=True)
    start = models.DateField()
    end = models.DateField()
    own_dates = models.BooleanField(default=False)  # does not move with the round
    evaluation_date = models.DateField(null=True, blank=True)  # as the prediction has it, amended or not
    without_prediction = models.TextField(blank=True)  # why nothing was predicted, where nothing was
    tested_at_text = models.CharField(max_length=300, blank=True)  # as an imported booklet words it
    participants_note = models.CharField(max_length=400, blank=True)
    expected_citizens = models.PositiveIntegerField(null=True, blank=True)
    expected_employees = models.PositiveIntegerField(null=True, blank=True)
    open_questions = models.JSONField(default=dict)  # Body: what the phase before did not answer
    constructed = models.BooleanField(default=False)
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["trial", "number"], name="one_phase_number"),
            models.UniqueConstraint(fields=["trial", "round"], name="one_phase_a_round"),
            models.CheckConstraint(
                condition=models.Q(end__gte=models.F("start")), name="phase_ends_after_start"
            ),
        ]
        indexes = [models.Index(fields=["round", "order_in_round"], name="phase_round")]


class PhaseTransition(models.Model):
    """One step of a phase's life."""

    phase = models.ForeignKey(Phase, on_delete=models.CASCADE, related_name="transitions")
    from_state = models.CharField(max_length=12, blank=True)
    to_state = models.CharField(max_length=12)
    reason = models.TextField(blank=True)
    by = models.CharField(max_length=200)
    at = models.DateTimeField()


class PhaseSite(PublicIdModel):
    """A unit that takes part in the phase, from one day to another (both count)."""

    phase = models.ForeignKey(Phase, on_delete=models.CASCADE, related_name="sites")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="phase_sites")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    contact = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    citizens = models.PositiveIntegerField(null=True, blank=True)
    employees = models.PositiveIntegerField(null=True, blank=True)
    withdrawn_reason = models.CharField(max_length=300, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["phase", "unit"], name="one_site_a_phase")]


class Window(PublicIdModel):
    """A named stretch in which something is observed: `hovedtelefonen i uge 25`."""

    phase = models.ForeignKey(Phase, on_delete=models.CASCADE, related_name="windows")
    name = models.CharField(max_length=160)
    key = models.CharField(max_length=60, blank=True)  # the playbook's window that it is, if it is one
    first_day = models.DateField()
    last_day = models.DateField()
    what = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["first_day", "pk"]
