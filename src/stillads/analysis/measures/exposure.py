"""What a rate is per: open days, citizens, employees, or what another measure counts."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Final

from stillads.playbooks.format.measures import Exposure, Measure

from .inputs import DayBucket, Site, overlap
from .results import SHARES, Period
from .sums import DailySums

_UNIT_DAYS: Final = {"day": Decimal(1), "week": Decimal(7), "month": Decimal("365.25") / 12}


class Exposures:
    """Finds the exposure of a site in a period.

    days       open days at the site
    citizens   whole periods of citizens: three who take part for a whole week are 3, and half a week counts as half;
               likewise employees. Where the measure is per window or phase, they are weeks: so both sides of day 1
               are per the same
    measure    what the other measure adds up to there: its values, or in a share those that count
    """

    def __init__(
        self,
        per: Exposure,
        period: str = "week",
        *,
        other: Measure | None = None,
        buckets: Iterable[DayBucket] = (),
    ) -> None:
        self._per, self._period, self._other = per, period, other
        self._sums = DailySums(buckets)

    def at(self, site: Site, period: Period, last: date) -> Decimal | None:
        """Of the days of the period up to `last`; None where it is not known."""
        if self._per.kind == "days":
            return Decimal(site.days(period.first, last))
        if self._per.kind == "measure":
            return self._of_other(site, period, last)
        days = _person_days(site, self._per.kind, period.first, last)
        return None if days is None else Decimal(days) / self._unit_days(period)

    def _unit_days(self, period: Period) -> Decimal:
        if period.kind in _UNIT_DAYS:
            return Decimal(period.full_days)
        return _UNIT_DAYS.get(self._period, _UNIT_DAYS["week"])

    def _of_other(self, site: Site, period: Period, last: date) -> Decimal | None:
        sums = self._sums.within(site.key, period.first, last)
        if not sums.denominator:
            return None
        share = self._other is not None and self._other.how in SHARES
        return Decimal(sums.numerator) if share else sums.total


def _person_days(site: Site, kind: str, first: date, last: date) -> int | None:
    """Open days times people. Citizens who take part go before a typed number."""
    if kind == "citizens" and site.stays:
        clipped = [(max(span[0], first), min(span[1], last)) for span in site.open]
        return sum(
            overlap((begun, left or last), span)
            for begun, left in site.stays
            for span in clipped
            if span[0] <= span[1]
        )
    many = site.citizens if kind == "citizens" else site.employees
    return None if many is None else many * site.days(first, last)
