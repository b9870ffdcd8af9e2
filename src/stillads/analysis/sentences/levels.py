"""The level before and since day 1, from a chart's points."""

from collections.abc import Sequence

from stillads.analysis.spc import Chart, Point


def present(points: Sequence[Point]) -> list[Point]:
    """The points that count: there, and not excluded."""
    return [point for point in points if point.value is not None and point.included]


def level(found: Chart, points: Sequence[Point]) -> float | None:
    """The level of some of a chart's points: all numerators over all denominators, or the mean where there are none."""
    there = present(points)
    if not there:
        return None
    if found.kind.needs_denominator:
        below = sum(point.denominator or 0.0 for point in there)
        return sum(point.sum or 0.0 for point in there) / below * found.options.multiply if below else None
    return sum(point.value or 0.0 for point in there) / len(there)


def counted(found: Chart) -> float:
    """What all is counted: the denominators, or the sum of the figures."""
    there = present(found.points)
    if found.kind.needs_denominator:
        return sum(point.denominator or 0.0 for point in there)
    return sum(point.sum or 0.0 for point in there)
