"""The level before and since day 1, from a chart's points."""

from collections.abc import Sequence
from statistics import median

from stillads.analysis.spc import Chart, Kind, Point

SHARES = frozenset({Kind.SHARE, Kind.SHARE_LANEY})


def present(points: Sequence[Point]) -> list[Point]:
    """The points that count: there, and not excluded."""
    return [point for point in points if point.value is not None and point.included]


def level(found: Chart, points: Sequence[Point]) -> float | None:
    """The level of some of a chart's points, as the chart's own centre line is made: all numerators over all
    denominators, the median of a run chart, the mean of the others."""
    there = present(points)
    if not there:
        return None
    if found.kind.needs_denominator:
        below = sum(point.denominator or 0.0 for point in there)
        return sum(point.sum or 0.0 for point in there) / below * found.options.multiply if below else None
    values = [point.value or 0.0 for point in there]
    return median(values) if found.kind is Kind.RUN else sum(values) / len(values)


def counted(found: Chart) -> float:
    """What all is counted: the denominators, or the sum of the figures."""
    there = present(found.points)
    if found.kind.needs_denominator:
        return sum(point.denominator or 0.0 for point in there)
    return sum(point.sum or 0.0 for point in there)


def impossible(found: Chart) -> int:
    """In how many points a part is greater than its whole: then somebody has counted two different things."""
    if found.kind not in SHARES:
        return 0
    parts = ((point.sum or 0.0, point.denominator or 0.0) for point in present(found.points))
    return sum(1 for part, whole in parts if part > whole or part < 0)
