"""What is left on the accounts at the end of a period."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from .figure import Figure, nothing
from .inputs import Observation, Site
from .results import Period


class Balances:
    """The mean over the accounts, each as its last movement up to the period's end left it.

    `n` and `used` are accounts; numerator and denominator the sum and how many. `subject` is the account.
    """

    def __init__(self, observations: Iterable[Observation], piece: str = "") -> None:
        self._accounts: dict[tuple[str, str], tuple[list[date], list[Decimal]]] = {}
        for each in sorted(observations, key=lambda row: (row.day, row.order)):
            if isinstance(each.value, Decimal) and (not piece or piece in each.slices):
                days, values = self._accounts.setdefault((each.site, each.subject or each.group), ([], []))
                days.append(each.day)
                values.append(each.value)

    def figure(self, sites: Sequence[Site], period: Period, until: date) -> Figure:
        """See `Source`."""
        last, keys = min(period.last, until), {site.key for site in sites}
        found = [
            values[at - 1]
            for (site, _account), (days, values) in self._accounts.items()
            if site in keys and (at := bisect_right(days, last))
        ]
        if not found:
            return nothing()
        total, many = sum(found, Decimal(0)), Decimal(len(found))
        squares = sum((value * value for value in found), Decimal(0))
        return Figure(total / many, None, len(found), len(found), total, many, total, squares)
