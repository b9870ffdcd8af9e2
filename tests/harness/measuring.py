"""A measure, days and places to compute with: what tests of the pure measures stand on."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from stillads.analysis.measures import DayBucket, Figures, Given, Site, Timeline
from stillads.capture.sums import additions
from stillads.playbooks.format.measures import Measure

FIRST, START, END = date(2026, 3, 16), date(2026, 4, 13), date(2026, 7, 21)
"""Four weeks before, and a hundred days from a Monday."""

type_registration = tuple[date, str, Mapping[str, Any]]
"""Day, site, facts."""


def measure(how: str, **more: Any) -> Measure:
    """A measure of calls, per week."""
    said = {"key": "m", "title": "Opkald", "perspective": "employee", "instrument": "calls", "unit": "opkald"}
    return Measure.model_validate(said | {"how": how} | more)


def timeline(**more: Any) -> Timeline:
    """The hundred days, all of them past."""
    return Timeline(**({"first": FIRST, "start": START, "end": END, "until": END} | more))


def site(key: str = "a", **more: Any) -> Site:
    """Open on all days."""
    return Site(**({"key": key, "name": key.upper(), "open": ((FIRST, END),)} | more))


def day(number: int) -> date:
    """Day `number` of the trial; 1 is day 1."""
    return START + timedelta(days=number - 1)


def buckets(made: Measure, registrations: Iterable[type_registration]) -> list[DayBucket]:
    """One bucket for every addition, in the order of the registrations."""
    return [
        DayBucket(
            when,
            where,
            each.n,
            each.total,
            each.total_of_squares,
            each.numerator,
            each.denominator,
            each.slice,
        )
        for when, where, facts in registrations
        for each in additions([made], made.instrument, "event", facts)
    ]


def given(made: Measure, registrations: Iterable[type_registration] = (), *sites: Site, **more: Any) -> Given:
    """What a measure that sums can answer is computed from."""
    figures = Figures(made, buckets=buckets(made, registrations), **more.pop("figures", {}))
    rest: dict[str, Any] = {"timeline": timeline(), "sites": sites or (site(),)} | more
    return Given(figures, **rest)


def told(*values: Any) -> tuple[Any, ...]:
    """Several values to be compared at once, whatever their types: 3 is 3, whether counted or divided."""
    return values
