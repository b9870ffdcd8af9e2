"""From a source of figures to points and series."""

from collections.abc import Sequence
from datetime import date

from .figure import Figure, Source
from .inputs import Site, Timeline
from .periods import parts_of, whole_of
from .results import Period, Point, Series, Why


def points_of(
    source: Source, sites: Sequence[Site], periods: Sequence[Period], until: date
) -> tuple[Point, ...]:
    """One point for each period, in order."""
    return tuple(point_of(source, sites, period, until) for period in periods)


def point_of(source: Source, sites: Sequence[Site], period: Period, until: date) -> Point:
    """The point of a period at the sites together. Nothing is asked of a period that has not begun."""
    if period.first > until:
        return Point(period, why=Why.NOT_YET, ended=False)
    last = min(period.last, until)
    site_days = sum(site.days(period.first, last) for site in sites)
    figure = source.figure(sites, period, until)
    if not site_days and not figure.n:
        return Point(period, why=Why.NOT_OPEN, ended=period.last <= until)
    return _point(period, figure, site_days, ended=period.last <= until)


def _point(period: Period, figure: Figure, site_days: int, *, ended: bool) -> Point:
    return Point(
        period=period,
        value=figure.value,
        why=figure.why,
        n=figure.n,
        used=figure.used,
        numerator=figure.numerator,
        denominator=figure.denominator,
        total=figure.total,
        total_of_squares=figure.total_of_squares,
        site_days=site_days,
        ended=ended,
        missing=figure.missing,
    )


def series_of(
    source: Source,
    sites: Sequence[Site],
    periods: Sequence[Period],
    timeline: Timeline,
    *,
    key: str = "",
    title: str = "",
) -> Series:
    """The points, and the trial and the baseline each as one."""
    wholes = {
        part: point_of(source, sites, whole_of(span, part), timeline.until)
        for part, span in parts_of(timeline)
        if part != "after"
    }
    points = points_of(source, sites, periods, timeline.until)
    return Series(key, title, points, wholes["trial"], wholes.get("baseline"))
