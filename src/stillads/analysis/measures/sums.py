"""Sums of days: kept by site and day, added up for a period."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from .days import ByDay
from .inputs import DayBucket


@dataclass(slots=True)
class Sums:
    """The columns of a `DayBucket`, added up."""

    n: int = 0
    total: Decimal = Decimal(0)
    total_of_squares: Decimal = Decimal(0)
    numerator: int = 0
    denominator: int = 0

    def add(self, other: "Sums | DayBucket") -> None:
        """Adds a day, or what has been added up already."""
        self.n += other.n
        self.total += other.total
        self.total_of_squares += other.total_of_squares
        self.numerator += other.numerator
        self.denominator += other.denominator


class DailySums:
    """The buckets of one measure and slice, found by site and day."""

    def __init__(self, buckets: Iterable[DayBucket], piece: str = "") -> None:
        found: dict[str, dict[date, Sums]] = {}
        for bucket in buckets:
            if bucket.slice == piece:
                found.setdefault(bucket.site, {}).setdefault(bucket.day, Sums()).add(bucket)
        self._sites = {site: ByDay(days) for site, days in found.items()}

    def within(self, site: str, first: date, last: date) -> Sums:
        """What the days from `first` to `last` come to at a site."""
        return self.together((site,), first, last)

    def together(self, sites: Iterable[str], first: date, last: date) -> Sums:
        """The same at several sites."""
        found = Sums()
        for site in sites:
            if (days := self._sites.get(site)) is not None:
                for sums in days.within(first, last):
                    found.add(sums)
        return found
