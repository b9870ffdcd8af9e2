"""What stands at one place on a chart's axis: one figure, a numerator over a denominator, or several figures."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from .arithmetic import MISSING, deviation, entered, mean, present, ratio, total
from .kinds import CannotChart

Place = TypeVar("Place", float, str, date)


@dataclass(frozen=True, slots=True)
class Subgroup:
    """The figures of one place. Numbers may be NaN here, and nowhere outside this room.

    sum          of the figures; missing where the only one is
    size         how many figures there are
    mean, spread of the figures (spread: standard deviation, missing for fewer than two)
    denominator  the sum of denominators; missing where the chart has none
    value        sum over denominator where there are denominators, otherwise the mean
    """

    sum: float
    size: int
    mean: float
    spread: float
    denominator: float
    value: float


def subgroups(
    values: Sequence[float | None], denominators: Sequence[float | None] | None = None
) -> list[Subgroup]:
    """One subgroup for each value, in the order given. A value without its denominator is missing."""
    return [group for _, group in grouped(range(len(values)), values, denominators)]


def grouped(
    places: Iterable[Place | None],
    values: Sequence[float | None],
    denominators: Sequence[float | None] | None = None,
) -> list[tuple[Place, Subgroup]]:
    """Values gathered by their place and put in its order; those without a place are left out."""
    above = [entered(value) for value in values]
    below = None if denominators is None else [entered(value) for value in denominators]
    where = list(places)
    if {len(where), len(above if below is None else below)} != {len(above)}:
        raise CannotChart("places, values and denominators differ in number")
    rows: dict[Place, list[int]] = {}
    for row, place in enumerate(where):
        if place is not None and place == place:  # a place that is not itself is NaN
            rows.setdefault(place, []).append(row)
    return [(place, _subgroup(rows[place], above, below)) for place in sorted(rows)]


def _subgroup(rows: Sequence[int], above: Sequence[float], below: Sequence[float] | None) -> Subgroup:
    if below is None:
        figures, denominator = [above[row] for row in rows], MISSING
    else:
        whole = [row for row in rows if not math.isnan(above[row] + below[row])]
        figures = [above[row] if row in whole else MISSING for row in rows]
        denominator = total(below[row] for row in whole)
    summed = MISSING if len(figures) == 1 and math.isnan(figures[0]) else total(figures)
    return Subgroup(
        sum=summed,
        size=len(present(figures)),
        mean=mean(figures),
        spread=deviation(figures),
        denominator=denominator,
        value=mean(figures) if below is None else ratio(total(figures), denominator),
    )
