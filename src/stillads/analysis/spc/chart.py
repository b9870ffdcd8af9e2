"""A chart: points with their lines, and what the runs of each phase say."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from .arithmetic import entered, known
from .kinds import CannotChart, Kind, Options
from .lines import FORMULAE
from .lines.phase import Lines, Phase
from .runs import Runs, runs
from .subgroups import Subgroup

UNJUDGED = frozenset({Kind.MOVING_RANGE})  # neighbouring ranges share a point: their runs mean nothing


@dataclass(frozen=True, slots=True)
class Point:
    """One place on the axis. Numbers are finite, or None where there is nothing to draw; in units × `multiply`.

    part         the phase, from 1
    baseline     whether it is among the points that lines are made from (if not excluded)
    included     False for an excluded point
    sum, size    of its figures, and how many they are; not multiplied
    denominator  as it came, not multiplied
    value        what is drawn
    centre       the centre line; the others are limits at 3 standard deviations and (near) at 2
    outside      whether the value is beyond a limit (exactly on it is not)
    """

    part: int
    baseline: bool
    included: bool
    sum: float | None
    size: int
    denominator: float | None
    value: float | None
    centre: float | None
    lower: float | None
    near_lower: float | None
    near_upper: float | None
    upper: float | None
    outside: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """A computed chart: its points in their order, and the runs of its phases (`runs[part - 1]`)."""

    kind: Kind
    options: Options
    points: tuple[Point, ...]
    runs: tuple[Runs, ...]

    @property
    def signal(self) -> bool:
        """Whether anything in the chart is more than chance, by runs or by limits."""
        return any(each.signal for each in self.runs) or any(point.outside for point in self.points)


def chart(kind: Kind, groups: Sequence[Subgroup], options: Options | None = None) -> Chart:
    """The chart of `groups` in their order. No groups give no points.

    Each phase stands alone. A phase without a point to make lines from has no lines and no runs.
    Refused (`CannotChart`): shares and rates without denominators; times that are not above nought.
    """
    options = options or Options()
    if kind.needs_denominator and any(known(group.denominator) is None for group in groups):
        raise CannotChart(f"a chart of kind {kind.value} needs denominators")
    points: list[Point] = []
    judged: list[Runs] = []
    for places in _phases(len(groups), options):
        phase = _phase(places, groups, options)
        lines = FORMULAE[kind](phase)
        judged.append(_judged(kind, places, lines, options))
        points.extend(_points(places, phase, lines, options))
    return Chart(kind, options, tuple(points), tuple(judged))


def _phases(places: int, options: Options) -> list[range]:
    ends = sorted({0, *(end for end in options.parts if 0 < end < places), places})
    return [range(start + 1, end + 1) for start, end in pairwise(ends)]


def _phase(places: range, groups: Sequence[Subgroup], options: Options) -> Phase:
    return Phase(
        groups=[groups[place - 1] for place in places],
        base=[options.in_baseline(place) and place not in options.exclude for place in places],
        given=entered(options.centre),
        screened=options.screened,
        ordered=options.ordered,
    )


def _judged(kind: Kind, places: range, lines: Lines, options: Options) -> Runs:
    counted = [
        value for place, value in zip(places, lines.values, strict=True) if place not in options.exclude
    ]
    found = runs(counted, lines.centre, options.method)
    if kind in UNJUDGED or not options.ordered:
        return found.unjudged()
    return found


def _points(places: range, phase: Phase, lines: Lines, options: Options) -> list[Point]:
    return [_point(index, place, phase, lines, options) for index, place in enumerate(places)]


def _point(index: int, place: int, phase: Phase, lines: Lines, options: Options) -> Point:
    group, times = phase.groups[index], options.multiply
    value, lower, upper = (row[index] * times for row in (lines.values, lines.lower, lines.upper))
    return Point(
        part=options.part_of(place),
        baseline=options.in_baseline(place),
        included=place not in options.exclude,
        sum=known(group.sum),
        size=group.size,
        denominator=known(lines.denominators[index]),
        value=known(value),
        centre=known(lines.centre * times),
        lower=known(lower),
        near_lower=known(lines.near_lower[index] * times),
        near_upper=known(lines.near_upper[index] * times),
        upper=known(upper),
        outside=value > upper or value < lower,
    )
