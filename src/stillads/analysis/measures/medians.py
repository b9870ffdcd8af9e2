"""The median of the values in a period."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from statistics import median

from .figure import Figure, nothing
from .inputs import Observation, Site
from .results import Period
from .rows import DailyRows


class Medians:
    """The middle one, or the mean of the two in the middle."""

    def __init__(self, observations: Iterable[Observation], piece: str = "") -> None:
        self._rows = DailyRows(observations, piece)

    def figure(self, sites: Sequence[Site], period: Period, until: date) -> Figure:
        """See `Source`."""
        rows = self._rows.within(sites, period.first, min(period.last, until))
        return of_values([each.value for each in rows if isinstance(each.value, Decimal)], len(rows))


def of_values(values: list[Decimal], n: int) -> Figure:
    """The median of `values`, which were found among `n` registrations."""
    if not values:
        return nothing(n)
    total, squares = sum(values, Decimal(0)), sum((value * value for value in values), Decimal(0))
    return Figure(median(values), None, n, len(values), None, None, total, squares, missing=n - len(values))
