"""What a measure is compared with, as its definition says."""

from collections.abc import Callable
from typing import Final

from stillads.playbooks.format.measures import Measure

from .figure import Source
from .given import Given
from .periods import periods_of
from .results import Baseline, Part, Period, Series
from .series import point_of, series_of


def baseline_of(given: Given, source: Source, whole: Series) -> Baseline:
    """The baseline of a measure whose own figures are `source`, and `whole` as points."""
    return _KINDS[given.figures.measure.baseline.kind](given, source, whole)


def _none(given: Given, source: Source, whole: Series) -> Baseline:
    return Baseline("none")


def _own(given: Given, source: Source, whole: Series) -> Baseline:
    before = tuple(point for point in whole.points if point.period.part == "baseline")
    return Baseline("own", whole.before, before)


def _window(given: Given, source: Source, whole: Series) -> Baseline:
    key = given.figures.measure.baseline.window or ""
    for window in given.timeline.windows:
        if window.key == key:
            part: Part = "baseline" if window.first < given.timeline.start else "trial"
            days = (window.last - window.first).days + 1
            period = Period("window", key, window.first, window.last, days, part, window.title)
            return Baseline("window", point_of(source, given.own, period, given.timeline.until), source=key)
    return Baseline("window", source=key)


def _series(given: Given, source: Source, whole: Series) -> Baseline:
    """All that the other source has from before day 1."""
    found, other = _elsewhere(given)
    if found is None or other is None:
        return Baseline("series", source=given.figures.measure.baseline.measure or "")
    before = tuple(point for point in found.points if point.period.part == "baseline")
    return Baseline("series", found.before, before, source=other.key, unit=other.unit)


def _last_year(given: Given, source: Source, whole: Series) -> Baseline:
    """The trial's days a year earlier, as far as the trial has come."""
    found, _other = _elsewhere(given)
    if found is None:
        return Baseline("last_year")
    points = tuple(point for point in found.points if point.period.part == "trial")
    return Baseline("last_year", found.whole, points)


def _comparison_sites(given: Given, source: Source, whole: Series) -> Baseline:
    """Places that register without trying it out, in the same days."""
    sites = [site for site in given.sites if site.comparison]
    if not sites:
        return Baseline("comparison_sites")
    found = series_of(source, sites, periods_of(given.figures.measure, given.timeline), given.timeline)
    points = tuple(point for point in found.points if point.period.part == "trial")
    return Baseline("comparison_sites", found.whole, points, found.before)


def _elsewhere(given: Given) -> tuple[Series | None, Measure | None]:
    if given.elsewhere is None:
        return None, None
    figures, timeline = given.elsewhere.figures, given.elsewhere.timeline
    periods = periods_of(figures.measure, timeline)
    return series_of(figures.source(), given.elsewhere.sites, periods, timeline), figures.measure


_KINDS: Final[dict[str, Callable[[Given, Source, Series], Baseline]]] = {
    "none": _none,
    "own": _own,
    "window": _window,
    "series": _series,
    "last_year": _last_year,
    "comparison_sites": _comparison_sites,
}
