"""What a chart's formula gets, and what it gives: one phase in, its values and lines out."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from stillads.analysis.spc.arithmetic import MISSING
from stillads.analysis.spc.subgroups import Subgroup

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Phase:
    """The points of one phase.

    groups    in their order
    base      for each of them: are lines made from it?
    given     a centre line that was given; missing where it is to be computed
    screened  whether moving ranges are screened
    ordered   whether neighbours are neighbours in time
    """

    groups: Sequence[Subgroup]
    base: Sequence[bool]
    given: float
    screened: bool
    ordered: bool

    def of_base(self, items: Sequence[Item]) -> list[Item]:
        """Those of `items`, one for each group, that lines are made from."""
        return [item for item, counts in zip(items, self.base, strict=True) if counts]

    def centre(self, compute: Callable[[], float]) -> float:
        """The centre line that was given, or else the computed one."""
        return compute() if math.isnan(self.given) else self.given


@dataclass(frozen=True, slots=True)
class Lines:
    """What is drawn of a phase; lists have one number for each group, missing ones are NaN.

    near  the same at two standard deviations (not drawn as limits; the reference gives them)
    """

    values: list[float]
    centre: float
    lower: list[float]
    near_lower: list[float]
    near_upper: list[float]
    upper: list[float]
    denominators: list[float]


def around(
    phase: Phase,
    values: Sequence[float],
    centre: float,
    deviations: Sequence[float],
    *,
    floor: float = -math.inf,
    ceiling: float = math.inf,
) -> Lines:
    """Centre ± 3 and ± 2 standard deviations, one for each point, held between floor and ceiling."""
    return Lines(
        values=list(values),
        centre=centre,
        lower=[_at_least(floor, centre - 3 * each) for each in deviations],
        near_lower=[_at_least(floor, centre - 2 * each) for each in deviations],
        near_upper=[_at_most(ceiling, centre + 2 * each) for each in deviations],
        upper=[_at_most(ceiling, centre + 3 * each) for each in deviations],
        denominators=[group.denominator for group in phase.groups],
    )


def without_limits(phase: Phase, values: Sequence[float], centre: float) -> Lines:
    """Values and a centre line alone."""
    return around(phase, values, centre, [MISSING] * len(values))


def _at_least(floor: float, value: float) -> float:
    return floor if math.isfinite(value) and value < floor else value


def _at_most(ceiling: float, value: float) -> float:
    return ceiling if math.isfinite(value) and value > ceiling else value
