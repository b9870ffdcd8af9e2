"""An NHS chart: values in the order of time, stretches between rebases, a meaning for each point."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from stillads.analysis.spc.arithmetic import entered, known

from .limits import Limits, limits
from .meaning import Assurance, Direction, Meaning, assurance, meaning
from .special_cause import SpecialCause, special_causes

ENOUGH = 13  # fewer points in a stretch give trial limits


@dataclass(frozen=True, slots=True)
class NhsPoint:
    """One point. Numbers are finite or None; None as an answer means that there is nothing to answer from.

    group    how many rebases there are up to here (0 before the first)
    side     1 above the mean, -1 below, 0 on it
    near     between a near limit (two thirds of the way) and the limit
    few      fewer than 13 points in this stretch: the limits are on trial
    """

    value: float | None
    group: int
    mean: float | None
    lower: float | None
    upper: float | None
    outside: bool | None
    side: int | None
    near: bool | None
    cause: SpecialCause
    meaning: Meaning
    few: bool


@dataclass(frozen=True, slots=True)
class NhsChart:
    """The points in their order, and the assurance that the latest limits give of the target."""

    points: tuple[NhsPoint, ...]
    assurance: Assurance | None


def making_data_count(
    values: Sequence[float | None],
    *,
    rebase_at: Collection[int] = (),
    fix_after: int | None = None,
    direction: Direction = Direction.INCREASE,
    target: float | None = None,
    screened: bool = True,
) -> NhsChart:
    """The chart of values in the order of time; None is missing.

    rebase_at  places (from 1) at which limits begin anew; each stretch stands alone
    fix_after  limits come from the first so many points of a stretch (missing ones counted)
    direction  which way is better; target: a value to be met, in the values' unit
    screened   whether moving ranges are screened once (the Excel tool does not)
    """
    points: list[NhsPoint] = []
    latest: Limits | None = None
    for group, stretch in _stretches([entered(value) for value in values], rebase_at):
        latest = limits(stretch[:fix_after], screened=screened)
        points.extend(_points(group, stretch, latest, direction))
    return NhsChart(tuple(points), None if latest is None else assurance(latest, target, direction))


def _stretches(values: Sequence[float], rebase_at: Collection[int]) -> list[tuple[int, Sequence[float]]]:
    starts = sorted({place for place in rebase_at if 1 <= place <= len(values)})
    edges = [1, *starts, len(values) + 1]
    found = [(group, values[edges[group] - 1 : edges[group + 1] - 1]) for group in range(len(edges) - 1)]
    return [(group, stretch) for group, stretch in found if stretch]


def _points(group: int, stretch: Sequence[float], lines: Limits, direction: Direction) -> list[NhsPoint]:
    few = len(stretch) < ENOUGH
    return [
        NhsPoint(
            value=known(value),
            group=group,
            mean=known(lines.mean),
            lower=known(lines.lower),
            upper=known(lines.upper),
            outside=lines.outside(value),
            side=lines.side(value),
            near=lines.near(value),
            cause=cause,
            meaning=meaning(cause, direction),
            few=few,
        )
        for value, cause in zip(stretch, special_causes(stretch, lines), strict=True)
    ]
