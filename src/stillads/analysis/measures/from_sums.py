"""Counts, rates, shares, means, scores and response rates: what daily sums can answer."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from stillads.playbooks.format.measures import Measure

from .exposure import Exposures
from .figure import Figure, nothing
from .inputs import DayBucket, Site
from .results import SHARES, Period, Why
from .sums import DailySums, Sums

HUNDRED = Decimal(100)


class FromSums:
    """Figures from daily sums; a slice of a breakdown has its own.

    quiet_is_nought  nothing registered on an open day means that nothing happened; not so for figures that others
                     hold, which may not have been read in yet
    """

    def __init__(
        self,
        measure: Measure,
        buckets: Iterable[DayBucket],
        *,
        piece: str = "",
        exposures: Exposures | None = None,
        quiet_is_nought: bool = True,
    ) -> None:
        self._measure, self._exposures, self._quiet = measure, exposures, quiet_is_nought
        self._sums = DailySums(buckets, piece)

    def figure(self, sites: Sequence[Site], period: Period, until: date) -> Figure:
        """See `Source`."""
        last = min(period.last, until)
        if self._measure.how == "rate":
            return self._rate(sites, period, last)
        sums = self._sums.together((site.key for site in sites), period.first, last)
        if self._measure.how == "count":
            return self._count(sums)
        if self._measure.how in SHARES:
            return _share(sums)
        return _mean(sums)

    def _count(self, sums: Sums) -> Figure:
        if not sums.denominator and (sums.n or not self._quiet):
            return nothing(sums.n)
        return _of(sums, sums.total)

    def _rate(self, sites: Sequence[Site], period: Period, last: date) -> Figure:
        """A site whose exposure is not known is left out, above and below the line."""
        sums, exposure, left_out = Sums(), None, 0
        for site in sites:
            there = self._sums.within(site.key, period.first, last)
            per = self._exposures.at(site, period, last) if self._exposures else None
            if per is None:
                left_out += there.n
                continue
            exposure = (exposure or Decimal(0)) + per
            sums.add(there)
        return self._divided(sums, exposure, left_out)

    def _divided(self, sums: Sums, exposure: Decimal | None, left_out: int) -> Figure:
        why = self._undivided(sums, exposure, left_out)
        times = self._measure.per.times if self._measure.per else Decimal(1)
        value = None if why or not exposure else sums.total * times / exposure
        return Figure(
            value, why, sums.n + left_out, sums.denominator, sums.total, exposure, sums.total,
            sums.total_of_squares, missing=_missing(sums), no_exposure=left_out,
        )  # fmt: skip

    def _undivided(self, sums: Sums, exposure: Decimal | None, left_out: int) -> Why | None:
        if not sums.denominator and not left_out and (sums.n or not self._quiet):
            return nothing(sums.n).why
        if exposure is None:
            return Why.NO_EXPOSURE
        return Why.ZERO_EXPOSURE if not exposure else None


def _share(sums: Sums) -> Figure:
    if not sums.denominator:
        return nothing(sums.n)
    above, below = Decimal(sums.numerator), Decimal(sums.denominator)
    if not 0 <= above <= below:
        return Figure(None, Why.ABOVE_WHOLE, sums.n, sums.denominator, above, below, missing=_missing(sums))
    value = above * HUNDRED / below
    return Figure(value, None, sums.n, sums.denominator, above, below, missing=_missing(sums))


def _mean(sums: Sums) -> Figure:
    if not sums.denominator:
        return nothing(sums.n)
    return _of(sums, sums.total / sums.denominator, sums.total, Decimal(sums.denominator))


def _of(
    sums: Sums, value: Decimal, numerator: Decimal | None = None, denominator: Decimal | None = None
) -> Figure:
    return Figure(
        value, None, sums.n, sums.denominator, numerator, denominator, sums.total, sums.total_of_squares,
        missing=_missing(sums),
    )  # fmt: skip


def _missing(sums: Sums) -> int:
    return max(0, sums.n - sums.denominator)
