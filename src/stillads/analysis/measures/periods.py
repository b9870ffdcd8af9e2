"""The periods of a phase: cut at its ends and at day 1, so that none mixes before and after."""

import calendar
from collections.abc import Iterator
from datetime import date, timedelta

from stillads.playbooks.format.measures import Measure

from .inputs import Timeline, type_span
from .results import Part, Period

_DAY = timedelta(days=1)


def periods_of(measure: Measure, timeline: Timeline) -> tuple[Period, ...]:
    """The measure's periods in order, also those to come.

    Distinct counts over so many days have spans of that length, counted from day 1 in both directions.
    """
    if measure.period == "window":
        return tuple(_windows(timeline))
    found: list[Period] = []
    for part, span in parts_of(timeline):
        if measure.how == "distinct" and measure.distinct_days and measure.period != "phase":
            found += _spans(span, part, timeline.start, measure.distinct_days)
        elif measure.period == "day":
            found += _days(span, part)
        elif measure.period == "week":
            found += _weeks(span, part)
        elif measure.period == "month":
            found += _months(span, part)
        else:
            found.append(whole_of(span, part))
    return tuple(found)


def parts_of(timeline: Timeline) -> Iterator[tuple[Part, type_span]]:
    """Before day 1, the trial, and daily operation, as far as there are such days."""
    if timeline.first < timeline.start:
        yield "baseline", (timeline.first, timeline.start - _DAY)
    yield "trial", (timeline.start, timeline.end)
    if timeline.last is not None and timeline.last > timeline.end:
        yield "after", (timeline.end + _DAY, timeline.last)


def whole_of(span: type_span, part: Part, key: str = "") -> Period:
    """A span as one period."""
    return Period("phase", key or part, *span, (span[1] - span[0]).days + 1, part)


def a_year_before(day: date, period: str) -> date:
    """The same weekday 52 weeks earlier; for months the same date, 28 February for the 29th."""
    if period != "month":
        return date.fromordinal(day.toordinal() - 364)
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)


def _windows(timeline: Timeline) -> Iterator[Period]:
    for window in sorted(timeline.windows, key=lambda each: (each.first, each.key)):
        part: Part = "baseline" if window.first < timeline.start else "trial"
        length = (window.last - window.first).days + 1
        yield Period("window", window.key, window.first, window.last, length, part, window.title)


def _days(span: type_span, part: Part) -> Iterator[Period]:
    day = span[0]
    while day <= span[1]:
        yield Period("day", day.isoformat(), day, day, 1, part)
        day += _DAY


def _weeks(span: type_span, part: Part) -> Iterator[Period]:
    monday = span[0] - timedelta(days=span[0].weekday())
    while monday <= span[1]:
        year, week, _weekday = monday.isocalendar()
        sunday = monday + timedelta(days=6)
        yield Period("week", f"{year}-W{week:02d}", max(monday, span[0]), min(sunday, span[1]), 7, part)
        monday = sunday + _DAY


def _months(span: type_span, part: Part) -> Iterator[Period]:
    day = span[0].replace(day=1)
    while day <= span[1]:
        length = calendar.monthrange(day.year, day.month)[1]
        last = day.replace(day=length)
        yield Period("month", f"{day:%Y-%m}", max(day, span[0]), min(last, span[1]), length, part)
        day = last + _DAY


def _spans(span: type_span, part: Part, anchor: date, length: int) -> Iterator[Period]:
    behind = (span[0] - anchor).days // length * length
    day = anchor + timedelta(days=behind)
    while day <= span[1]:
        last = day + timedelta(days=length - 1)
        yield Period(
            "span", f"{day.isoformat()}/{length}", max(day, span[0]), min(last, span[1]), length, part
        )
        day = last + _DAY
