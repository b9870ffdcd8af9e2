"""One round drawn by chance: the daily sums or registrations of one measure.

Places differ, weeks differ, weekends are quieter; within a day things happen independently. The scatter between
places and weeks is what real registers show, and is the same before and after day 1.
"""

import math
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Final

from stillads.playbooks.format.measures import Measure

from ..measures import FROM_ROWS, DayBucket, Figures, Given, Observation, Site
from ..measures.inputs import days_of
from ..measures.results import SHARES
from .assumed import Assumed, Layout
from .chance import binomial, poisson, shifted

PLACES: Final = 0.20  # scatter between places, of a logarithm
WEEKS: Final = 0.10  # between the weeks of one place
_WEEKEND: Final = 0.6
_WEEKDAY: Final = (7 - 2 * _WEEKEND) / 5
_COUNTED: Final = frozenset({"count", "rate"})


def drawn(measure: Measure, assumed: Assumed, layout: Layout, change: float, chance: Random) -> Given:
    """What `measures.compute` takes: the figures of one round in which the level moves by `change` on day 1."""
    places, line = layout.places(), layout.timeline()
    days = [
        _day(measure, assumed, site, day, change if day >= layout.start else 0.0, how, chance)
        for site in places
        for day, how in _moods(site, layout, chance)
    ]
    if measure.how in FROM_ROWS:
        rows = [row for _bucket, found in days for row in found]
        return Given(Figures(measure, observations=rows), line, places)
    return Given(Figures(measure, buckets=[bucket for bucket, _rows in days]), line, places)


def _moods(site: Site, layout: Layout, chance: Random) -> Iterator[tuple[date, float]]:
    """Each day with how busy (or how good) the place and its week are, around nought on a scale of logarithms."""
    place = chance.gauss(0.0, PLACES)
    week, mood = None, 0.0
    for day in days_of(site.open[0]):
        monday = day - timedelta(days=day.weekday())
        if monday != week:
            week, mood = monday, chance.gauss(0.0, WEEKS)
        yield day, place + mood


def _day(
    measure: Measure, assumed: Assumed, site: Site, day: date, change: float, mood: float, chance: Random
) -> tuple[DayBucket, list[Observation]]:
    many = _how_many(measure, assumed, site, day, change, mood, chance)
    if measure.how in _COUNTED:
        return DayBucket(day, site.key, n=many, total=Decimal(many), denominator=many), []
    if measure.how in SHARES:
        share = shifted(min(max((assumed.level + change) / 100, 0.0), 1.0), mood)
        above = binomial(chance, many, share)
        return DayBucket(day, site.key, n=many, total=Decimal(above), numerator=above, denominator=many), []
    level = assumed.level + change + mood * assumed.spread / 2
    values = [Decimal(round(chance.gauss(level, assumed.spread), 2)) for _ in range(many)]
    if measure.how in FROM_ROWS:
        return DayBucket(day, site.key), [_row(measure, site, day, value) for value in values]
    squares = sum((value * value for value in values), Decimal(0))
    total = sum(values, Decimal(0))
    return DayBucket(day, site.key, many, total, squares, denominator=many), []


def _how_many(
    measure: Measure, assumed: Assumed, site: Site, day: date, change: float, mood: float, chance: Random
) -> int:
    often = _WEEKEND if day.weekday() > 4 else _WEEKDAY
    if measure.how == "count":
        return poisson(chance, max(0.0, assumed.level + change) * often * math.exp(mood))
    if measure.how == "rate":
        return poisson(
            chance, max(0.0, assumed.level + change) * _exposure(measure, site) * often * math.exp(mood)
        )
    return poisson(chance, assumed.a_day * often)


def _exposure(measure: Measure, site: Site) -> float:
    """Events per day that a level of one means at the site."""
    if measure.per is None:
        return 1.0
    people = {"citizens": site.citizens or 0, "employees": site.employees or 0}.get(measure.per.kind)
    whole = {"day": 1, "week": 7, "month": 30.44}.get(measure.period, 7)
    return (1.0 if people is None else people / whole) / float(measure.per.times)


def _row(measure: Measure, site: Site, day: date, value: Decimal) -> Observation:
    if measure.how != "lead_time":
        return Observation(day, site.key, value=value)
    took = timedelta(days=max(0, round(value)))
    return Observation(day, site.key, start=(day - took).isoformat(), stop=day.isoformat())
