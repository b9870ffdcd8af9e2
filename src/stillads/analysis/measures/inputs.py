"""What measures are computed from: sums of days, or raw observations; and the days that are looked at.

The database, the simulation and tests all hand in the same. Days are local calendar days (a day with 23 or 25 hours
is one day), both ends of a span count, and sites are known by their unit's key.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

type_span = tuple[date, date]
"""From day to day; both count."""


class DayBucket(NamedTuple):
    """What one day at one site adds to one measure (a tuple: there are many of them).

    slice             `hour=7` where it is a part of a breakdown, empty for the whole
    n                 registrations that were looked at
    denominator       those of them that could be used; the rest lack the answer
    numerator         in a share: those that count
    total             the sum of the values; in a count without a field, how many
    total_of_squares  the sum of their squares
    """

    day: date
    site: str
    n: int = 0
    total: Decimal = Decimal(0)
    total_of_squares: Decimal = Decimal(0)
    numerator: int = 0
    denominator: int = 0
    slice: str = ""


class Observation(NamedTuple):
    """One registration, for what sums cannot answer: medians, distinct counts, lead times, balances.

    day      on which it counts: when it happened, or when a lead time ended
    value    the number, or what is counted apart; None where it was not answered
    group    whom it is counted for (`distinct_per`), or whose account it is; empty for nobody in particular
    start, stop  the two ends of a lead time: ISO days, or times of day; None where there is none yet
    subject  the case or wish that it is a step of: only its newest registration is read
    order    the order in which they were written
    slices   `profession=nurse`, where it is broken down
    """

    day: date
    site: str
    value: Decimal | str | None = None
    group: str = ""
    start: str | None = None
    stop: str | None = None
    subject: str = ""
    order: int = 0
    slices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Window:
    """An observation window of the phase."""

    key: str
    title: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Timeline:
    """The phase's days: baseline from `first`, day 1 is `start`, `end` its last day.

    until  the last day that can have been registered (today, or the day on which the figures were closed)
    last   the last day of daily operation after it, where it is looked at too
    """

    first: date
    start: date
    end: date
    until: date
    windows: tuple[Window, ...] = ()
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Site:
    """A place, and the days on which the instrument is open there.

    open       disjoint spans in order; a site that joined late begins late
    citizens, employees  how many there are, as typed; None where nobody has
    stays      the days of each citizen who takes part (to None: still there); they go before `citizens`
    comparison  registers without trying it out; told apart from the trial's own sites
    """

    key: str
    name: str
    open: tuple[type_span, ...]
    citizens: int | None = None
    employees: int | None = None
    stays: tuple[tuple[date, date | None], ...] = field(default=())
    comparison: bool = False

    def days(self, first: date, last: date) -> int:
        """How many of the days from `first` to `last` it was open."""
        return sum(overlap(span, (first, last)) for span in self.open)


def overlap(one: type_span, other: type_span) -> int:
    """How many days two spans share."""
    first, last = max(one[0], other[0]), min(one[1], other[1])
    return max(0, (last - first).days + 1)


def days_of(span: type_span) -> Iterator[date]:
    """Each day of a span."""
    return (span[0] + timedelta(days=n) for n in range((span[1] - span[0]).days + 1))


def is_day(text: str) -> bool:
    """Is it an ISO day (and not a time of day)?"""
    return len(text) == 10 and text[4] == "-"
