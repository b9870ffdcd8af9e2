"""Spreading what worked: a plain checklist per unit."""

from django.db import models

from stillads.kernel.models import PublicIdModel
from stillads.organisation.models import Person, Unit
from stillads.trials.models import Trial


class Spread(PublicIdModel):
    """One thing decided to be used in more units."""

    trial = models.ForeignKey(Trial, on_delete=models.PROTECT, related_name="spreads")
    decision_key = models.CharField(max_length=16)  # public id of the decided part: decisions lies above
    title = models.CharField(max_length=300)
    owner = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    due = models.DateField(null=True, blank=True)
    started_at = models.DateTimeField()
    stopped_at = models.DateTimeField(null=True, blank=True)
    stopped_why = models.CharField(max_length=300, blank=True)


class SpreadUnit(PublicIdModel):
    """One unit's line of the checklist."""

    class State(models.TextChoices):
        PLANNED = "planned"
        PREPARING = "preparing"
        IN_USE = "in_use"
        NOT_RELEVANT = "not_relevant"
        STOPPED = "stopped"

    spread = models.ForeignKey(Spread, on_delete=models.CASCADE, related_name="units")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="spread_lines")
    state = models.CharField(max_length=14, choices=State.choices, default=State.PLANNED)
    local_owner = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    start_on = models.DateField(null=True, blank=True)
    note = models.CharField(max_length=300, blank=True)
    version = models.PositiveIntegerField(default=1)
    changed_by = models.CharField(max_length=200, blank=True)
    changed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["spread", "unit"], name="one_line_a_unit")]
