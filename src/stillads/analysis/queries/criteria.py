"""A phase's locked expectations, each with its amendments and the figure that speaks for it."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from stillads.trials.models import Criterion, Figure, Phase


@dataclass(frozen=True, slots=True)
class Chain:
    """An expectation as first written (`root`), what it is now (`now`), and how it came there."""

    root: Criterion
    now: Criterion
    amendments: tuple[Criterion, ...]
    figures: tuple[Figure, ...]

    @property
    def figure(self) -> Figure | None:
        """The figure that speaks for the phase as a whole: the newest that is not of one site only."""
        whole = [figure for figure in self.figures if not figure.site]
        chosen = whole or (list(self.figures) if len(self.figures) == 1 else [])
        return chosen[-1] if chosen else None


def current_figures(phase_ids: Collection[int]) -> dict[int, list[Figure]]:
    """Phase → its figures, oldest first, without those that a newer row replaces or withdraws."""
    found: dict[int, list[Figure]] = defaultdict(list)
    standing = Figure.objects.filter(phase_id__in=phase_ids, replaced_by__isnull=True, withdrawn=False)
    for figure in standing.order_by("dated", "pk"):
        found[figure.phase_id].append(figure)
    return found


def locked_chains(
    phase_ids: Collection[int], figures: dict[int, list[Figure]]
) -> dict[int, tuple[Chain, ...]]:
    """Phase → its locked expectations in the order they were written. One query."""
    rows = Criterion.objects.filter(phase_id__in=phase_ids, locked_at__isnull=False).order_by("pk")
    by_phase: dict[int, list[Criterion]] = defaultdict(list)
    for row in rows:
        by_phase[row.phase_id].append(row)
    return {phase: tuple(_chains(found, figures.get(phase, []))) for phase, found in by_phase.items()}


def _chains(rows: list[Criterion], figures: list[Figure]) -> Iterable[Chain]:
    next_of = {row.amends_id: row for row in rows if row.amends_id is not None}
    known = {row.pk for row in rows}
    for root in (row for row in rows if row.amends_id is None or row.amends_id not in known):
        amendments, now = [], root
        while (newer := next_of.get(now.pk)) is not None:
            amendments.append(newer)
            now = newer
        ids = {root.pk, *(row.pk for row in amendments)}
        mine = tuple(figure for figure in figures if figure.criterion_id in ids)
        yield Chain(root, now, tuple(amendments), mine)


def evaluation_day(chain: Chain, phase: Phase) -> date:
    """When the verdict falls: the expectation's own date, or else the phase's, or else its last day."""
    return chain.now.evaluation_date or phase.evaluation_date or phase.end
