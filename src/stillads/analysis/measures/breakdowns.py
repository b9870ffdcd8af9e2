"""A measure broken down: by site, weekday, or what the playbook names (hour, reason, profession, who answered)."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from .given import Figures, Given
from .inputs import Site, days_of
from .periods import periods_of, whole_of
from .results import Point, Series
from .series import point_of, series_of
from .withholding import withhold_all

SITE, WEEKDAY = "site", "weekday"
_WEEK = range(1, 8)


class NotBrokenDown(ValueError):
    """The measure's definition does not name this breakdown."""


def breakdowns(given: Given) -> tuple[str, ...]:
    """The keys by which the measure can be broken down."""
    return (SITE, WEEKDAY, *(key for key in given.figures.measure.by if key not in {SITE, WEEKDAY}))


def broken_down(given: Given, by: str) -> tuple[Series, ...]:
    """One series for each value of `by` that there is, in order. Raises NotBrokenDown.

    Where several answers could be chosen, one registration stands in several series. `Series.key` is the value:
    the site's key, 1 (Monday) to 7, an answer's key. Nothing is told of anonymous answers where one part is too small.
    """
    if by not in breakdowns(given):
        raise NotBrokenDown(by)
    if by == WEEKDAY:
        found = [_of_weekday(given, day) for day in _WEEK]
    elif by == SITE:
        found = [_series(given, given.figures, [site], site.key, site.name) for site in given.own]
    else:
        found = [
            _series(given, given.figures, given.own, value, piece=f"{by}={value}")
            for value in _values(given, by)
        ]
    return withhold_all(found, given.fewest) if given.fewest else tuple(found)


def by_weekday_and(given: Given, by: str) -> dict[tuple[int, str], Point]:
    """The trial's days by weekday (1 is Monday) and a breakdown that the definition names, such as the hour.

    Empty for anonymous answers: so many small cells cannot be told.
    """
    if by not in given.figures.measure.by:
        raise NotBrokenDown(by)
    if given.fewest:
        return {}
    timeline, values = given.timeline, _values(given, by)
    trial = whole_of((timeline.start, timeline.end), "trial")
    found = {}
    for day in _WEEK:
        figures, sites = _weekday(given, day)
        for value in values:
            found[day, value] = point_of(figures.source(f"{by}={value}"), sites, trial, timeline.until)
    return found


def _of_weekday(given: Given, weekday: int) -> Series:
    figures, sites = _weekday(given, weekday)
    return _series(given, figures, sites, str(weekday))


def _weekday(given: Given, weekday: int) -> tuple[Figures, list[Site]]:
    """What there is of one weekday, and the places as they are open on it."""
    figures = replace(
        given.figures,
        buckets=[each for each in given.figures.buckets if each.day.isoweekday() == weekday],
        observations=[each for each in given.figures.observations if each.day.isoweekday() == weekday],
        exposure_buckets=[e for e in given.figures.exposure_buckets if e.day.isoweekday() == weekday],
    )
    return figures, [_on_weekday(site, weekday) for site in given.own]


def _on_weekday(site: Site, weekday: int) -> Site:
    days = (day for span in site.open for day in days_of(span) if day.isoweekday() == weekday)
    return replace(site, open=tuple((day, day) for day in days))


def _series(
    given: Given, figures: Figures, sites: Sequence[Site], key: str, title: str = "", piece: str = ""
) -> Series:
    periods = periods_of(figures.measure, given.timeline)
    return series_of(figures.source(piece), sites, periods, given.timeline, key=key, title=title)


def _values(given: Given, by: str) -> list[str]:
    own, start = {site.key for site in given.own}, f"{by}="
    names = {each.slice for each in given.figures.buckets if each.n and each.site in own}
    names |= {name for each in given.figures.observations if each.site in own for name in each.slices}
    return _in_order(name.removeprefix(start) for name in names if name.startswith(start))


def _in_order(values: Iterable[str]) -> list[str]:
    """Numbers by size, then words."""
    return sorted(
        values, key=lambda value: (not value.isdecimal(), int(value) if value.isdecimal() else 0, value)
    )
