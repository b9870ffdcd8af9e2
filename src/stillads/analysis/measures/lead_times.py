"""How long it took from one thing to another: days, working days, or minutes between two times of day."""

from collections.abc import Iterable, Sequence
from datetime import date, time, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Final

from stillads.kernel.working_days import working_days_between

from .figure import Figure
from .inputs import Observation, Site, is_day
from .medians import of_values
from .results import Period
from .rows import DailyRows, newest_per_subject

_MIDNIGHT: Final = 24 * 60
_OVER_MIDNIGHT: Final = 12 * 60


class LeadTimes:
    """The median lead time of what ended in the period, and how much has not ended yet.

    A case counts on the day on which it ended, once, as its newest registration has it (`observe` puts it there).
    One that has begun and not ended stands on its newest registration's day as `unended`: the slow ones are among
    those that are not there yet. An end before the beginning is impossible, and not used.
    """

    def __init__(
        self, observations: Iterable[Observation], *, working_days: bool = False, piece: str = ""
    ) -> None:
        newest = newest_per_subject(observations)
        self._working = working_days
        self._rows = DailyRows((each for each in newest if each.start), piece)

    def figure(self, sites: Sequence[Site], period: Period, until: date) -> Figure:
        """See `Source`."""
        rows = self._rows.within(sites, period.first, min(period.last, until))
        ended = [each for each in rows if each.stop]
        lengths = [length(each.start or "", each.stop or "", working=self._working) for each in ended]
        values = [each for each in lengths if each is not None]
        found = of_values(values, len(ended))
        return Figure(
            found.value, found.why, found.n, found.used, None, None, found.total, found.total_of_squares,
            unended=len(rows) - len(ended), impossible=len(ended) - len(values),
        )  # fmt: skip


@lru_cache(maxsize=4096)
def length(start: str, stop: str, *, working: bool) -> Decimal | None:
    """Days from `start` to `stop` (the same day is 0), or minutes between two times; None where it is impossible.

    Of working days those after the first day count, as a deadline in working days does. A time earlier than the
    first is after midnight, where that makes less than twelve hours.
    """
    if not (is_day(start) and is_day(stop)):
        return _minutes(start, stop)
    first, last = date.fromisoformat(start), date.fromisoformat(stop)
    if last < first:
        return None
    if working:
        return Decimal(working_days_between(first + timedelta(days=1), last))
    return Decimal((last - first).days)


def _minutes(start: str, stop: str) -> Decimal | None:
    if is_day(start) or is_day(stop):
        return None
    first, last = time.fromisoformat(start), time.fromisoformat(stop)
    between = (last.hour * 60 + last.minute) - (first.hour * 60 + first.minute)
    if between < 0:
        between += _MIDNIGHT
        return Decimal(between) if between < _OVER_MIDNIGHT else None
    return Decimal(between)
