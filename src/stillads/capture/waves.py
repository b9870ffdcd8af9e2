"""The days on which a survey is asked: pure, from the playbook and the phase's calendar."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from stillads.playbooks.kinds.survey import Survey

from .openness import Calendar


@dataclass(frozen=True, slots=True)
class PlannedWave:
    """Wave `number`, from day to day (both count)."""

    number: int
    opens_on: date
    closes_on: date


def planned_waves(survey: Survey, calendar: Calendar, until: date) -> list[PlannedWave]:
    """The waves that open up to `until`, in order.

    Said nothing, it is asked once, as long as the instrument is open (each of its windows, where it has any).
    """
    first, last = _span(calendar)
    spans = [
        (max(opens, first), closes if last is None else min(closes, last))
        for opens, closes in _spans(survey, calendar, first, last, until)
    ]
    kept = [(opens, closes) for opens, closes in spans if opens <= closes and opens <= until]
    return [PlannedWave(number, *span) for number, span in enumerate(kept, start=1)]


def _span(calendar: Calendar) -> tuple[date, date | None]:
    """The first and the last day on which the instrument can be open at all."""
    first, last = calendar.valid_from, calendar.valid_to
    if calendar.start is None:
        return first, last
    if not calendar.opening.baseline:
        first = max(first, calendar.start)
    if not calendar.opening.trial:
        before = calendar.start - timedelta(days=1)
        last = before if last is None else min(last, before)
    return first, last


def _spans(
    survey: Survey, calendar: Calendar, first: date, last: date | None, until: date
) -> Iterator[tuple[date, date]]:
    length = timedelta(days=survey.waves.open_days - 1)
    if calendar.opening.windows:
        yield from sorted((a, b) for key, a, b in calendar.windows if key in calendar.opening.windows)
    elif survey.waves.days:
        day_one = calendar.start or first
        for number in sorted(survey.waves.days):
            opens = day_one + timedelta(days=number - 1)
            yield opens, opens + length
    elif survey.waves.every_days:
        step = timedelta(days=survey.waves.every_days)
        opens = first
        while opens <= (until if last is None else min(until, last)):
            yield opens, opens + min(length, step - timedelta(days=1))
            opens += step
    else:
        yield first, first + length if last is None else last
