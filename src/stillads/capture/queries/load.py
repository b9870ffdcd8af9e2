"""What all trials together ask of one employee at a unit, in minutes a week, and the ceiling that warns."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db.models import Q

from ..lookup import definition_of
from ..models import Deployment


@dataclass(frozen=True, slots=True)
class Load:
    """`minutes` per employee and week, the trials they come from (title, minutes) with the heaviest first."""

    minutes: float
    ceiling: int
    trials: tuple[tuple[str, float], ...]

    @property
    def over(self) -> bool:
        """Is it more than the municipality lets a unit be asked for?"""
        return self.minutes > self.ceiling


def load_of_unit(*, unit: str, day: date) -> Load:
    """Of everything that runs at the unit on `day` and is registered by employees. One query."""
    rows = Deployment.objects.filter(unit__public_id=unit, valid_from__lte=day)
    rows = rows.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=day)).select_related(
        "instrument__version__playbook", "phase_site__phase__trial"
    )
    sums: dict[str, float] = {}
    for row in rows.defer("instrument__version__content"):
        definition = definition_of(row)
        if definition.cost is None or "employee" not in definition.by:
            continue
        title = row.phase_site.phase.trial.title if row.phase_site else row.instrument.version.playbook.title
        sums[title] = sums.get(title, 0.0) + definition.cost.minutes_a_week
    heaviest = sorted(sums.items(), key=lambda pair: (-pair[1], pair[0]))
    return Load(sum(sums.values()), settings.STILLADS_MINUTES_A_WEEK, tuple(heaviest))
