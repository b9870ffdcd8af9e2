"""Anonymous answers: what so few gave that it is not told, inside the house either. Pure.

A point of fewer than `fewest` answers is withheld, with its numbers. Where one that is withheld could be found by
subtracting the others from the whole, the smallest of the others is withheld too. Sites and slices are told apart
only where every one of them, in every period, has enough or none.
"""

from collections.abc import Sequence
from dataclasses import replace

from .results import Baseline, Part, Point, Series, Why


def withhold(series: Series, fewest: int) -> Series:
    """The series with its points, its whole and its baseline as they may be told."""
    hidden: set[int] = set()
    for part in {point.period.part for point in series.points}:
        hidden |= _hidden(series.points, part, fewest)
    told = tuple(_without(point) if number in hidden else point for number, point in enumerate(series.points))
    before = None if series.before is None else _told(series.before, fewest)
    return replace(series, points=told, whole=_told(series.whole, fewest), before=before)


def _hidden(points: Sequence[Point], part: Part, fewest: int) -> set[int]:
    """The numbers of the points of a part (whose sum is told) that are not."""
    mine = [number for number, point in enumerate(points) if point.period.part == part and point.n]
    hidden = {number for number in mine if _few(points[number], fewest)}
    shown = sorted((number for number in mine if number not in hidden), key=lambda number: points[number].n)
    while hidden and shown and sum(points[number].n for number in hidden) < fewest:
        hidden.add(shown.pop(0))
    return hidden


def withhold_baseline(baseline: Baseline, fewest: int) -> Baseline:
    """What is compared with, as it may be told: like the series that it is a part of."""
    if baseline.point is None:
        return baseline
    before = None if baseline.before is None else _told(baseline.before, fewest)
    told = withhold(Series("", "", baseline.points, baseline.point), fewest)
    return replace(baseline, point=told.whole, points=told.points, before=before)


def withhold_all(parts: Sequence[Series], fewest: int) -> tuple[Series, ...]:
    """Parts of one whole (sites, slices): all of them as they are, or none, so that nothing can be subtracted."""
    wholes = [point for part in parts for point in (part.whole, part.before) if point is not None]
    if any(_few(point, fewest) for point in wholes):
        return ()
    if any(_few(point, fewest) for part in parts for point in part.points):
        return tuple(replace(part, points=tuple(_without(point) for point in part.points)) for part in parts)
    return tuple(parts)


def _few(point: Point, fewest: int) -> bool:
    return any(0 < many < fewest for many in (point.n, point.used))


def _told(point: Point, fewest: int) -> Point:
    return _without(point) if _few(point, fewest) else point


def _without(point: Point) -> Point:
    if not point.n:
        return point
    return Point(point.period, why=Why.TOO_FEW, site_days=point.site_days, ended=point.ended, withheld=True)
