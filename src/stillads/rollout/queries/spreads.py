"""The checklist as it is shown."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from stillads.kernel.clock import local_day

from ..models import Spread, SpreadUnit


@dataclass(frozen=True, slots=True)
class UnitLine:
    """How far one unit is."""

    public_id: str
    unit_id: int
    unit: str
    state: str
    local_owner: str
    local_owner_public_id: str
    start_on: date | None
    note: str
    version: int


@dataclass(frozen=True, slots=True)
class SpreadPage:
    """One spread with its units in Danish order."""

    public_id: str
    decision_key: str
    title: str
    trial_public_id: str
    owner: str
    due: date | None
    stopped_why: str
    started_on: date
    units: list[UnitLine]

    @property
    def in_use(self) -> int:
        """In how many units it is in use."""
        return sum(line.state == SpreadUnit.State.IN_USE for line in self.units)

    @property
    def relevant(self) -> int:
        """How many units it is meant for."""
        return sum(line.state != SpreadUnit.State.NOT_RELEVANT for line in self.units)


def spreads(
    *, trial_id: int | None = None, public_id: str = "", unit_id: int | None = None
) -> list[SpreadPage]:
    """Spreads, newest first, optionally of one trial, one of them, or those that touch a unit. Two queries."""
    rows = Spread.objects.select_related("trial", "owner").order_by("-started_at", "-pk")
    if trial_id is not None:
        rows = rows.filter(trial_id=trial_id)
    if public_id:
        rows = rows.filter(public_id=public_id)
    if unit_id is not None:
        rows = rows.filter(units__unit_id=unit_id)
    chosen = list(rows)
    lines = _lines([spread.pk for spread in chosen])
    return [
        SpreadPage(
            s.public_id, s.decision_key, s.title, s.trial.public_id, s.owner.name if s.owner else "",
            s.due, s.stopped_why, local_day(s.started_at), lines[s.pk],
        )
        for s in chosen
    ]  # fmt: skip


def _lines(spread_ids: list[int]) -> dict[int, list[UnitLine]]:
    found: dict[int, list[UnitLine]] = defaultdict(list)
    rows = SpreadUnit.objects.filter(spread_id__in=spread_ids).select_related("unit", "local_owner")
    for row in rows.order_by("unit__name_sort", "pk"):
        owner = row.local_owner
        found[row.spread_id].append(
            UnitLine(
                row.public_id,
                row.unit_id,
                row.unit.name,
                row.state,
                owner.name if owner else "",
                owner.public_id if owner else "",
                row.start_on,
                row.note,
                row.version,
            )
        )
    return found
