"""How many different ones: employees per citizen in 14 days, uses of an account, reasons.

The Nordic indicator for continuity in home care (different employees per citizen in 14 days; citizens with two or
more visits every day between 7 and 22) is written in a playbook with `distinct_per`, `distinct_days` and
`distinct_each_day`, and with the hours and what is left out as conditions: every choice is there to be seen.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from stillads.playbooks.format.measures import Measure

from .figure import Figure, nothing
from .inputs import Observation, Site
from .results import Period, Why
from .rows import DailyRows


class Distinct:
    """Without `distinct_per` the number of different values; with it, the mean over those who are counted.

    Over `distinct_days` a span that is not whole has no value: fewer days have fewer different ones.
    """

    def __init__(self, measure: Measure, observations: Iterable[Observation], piece: str = "") -> None:
        self._measure = measure
        self._rows = DailyRows(observations, piece)

    def figure(self, sites: Sequence[Site], period: Period, until: date) -> Figure:
        """See `Source`. Numerator and denominator: different ones in all, and those they are counted for."""
        rows = self._rows.within(sites, period.first, min(period.last, until))
        usable = [each for each in rows if each.value is not None and (each.group or not self._per)]
        missing = len(rows) - len(usable)
        if self._cut(period, until):
            return Figure(None, Why.SPAN_CUT, len(rows), 0, missing=missing)
        if not usable:
            return nothing(len(rows))
        if not self._per:
            many = len({each.value for each in usable})
            return Figure(Decimal(many), None, len(rows), len(usable), missing=missing)
        return replace(self._of_groups(usable, len(rows), period), missing=missing)

    @property
    def _per(self) -> bool:
        return self._measure.distinct_per is not None

    def _cut(self, period: Period, until: date) -> bool:
        return period.kind == "span" and (period.cut or period.last > until)

    def _of_groups(self, usable: list[Observation], n: int, period: Period) -> Figure:
        counts = [len(values) for values in self._counted(usable, period)]
        if not counts:
            return Figure(None, Why.NO_DATA, n, 0)
        total, squares = Decimal(sum(counts)), Decimal(sum(count * count for count in counts))
        many = Decimal(len(counts))
        return Figure(total / many, None, n, len(counts), total, many, total, squares)

    def _counted(self, usable: list[Observation], period: Period) -> Iterator[set[str | Decimal]]:
        """The different values of each group that is counted."""
        values: dict[str, set[str | Decimal]] = {}
        days: dict[str, Counter[date]] = {}
        for each in usable:
            values.setdefault(each.group, set()).add(each.value or "")
            days.setdefault(each.group, Counter())[each.day] += 1
        for group, found in values.items():
            if self._each_day(days[group], period.days):
                yield found

    def _each_day(self, per_day: Counter[date], days: int) -> bool:
        least = self._measure.distinct_each_day
        return least is None or (len(per_day) == days and min(per_day.values()) >= least)
