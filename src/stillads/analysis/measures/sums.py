"""Sums of days: kept by site and day, added up for a period."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from .inputs import DayBucket, Site, days_of


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
        self._days: dict[str, dict[date, Sums]] = {}
        for bucket in buckets:
            if bucket.slice == piece:
                of_site = self._days.setdefault(bucket.site, {})
                of_site.setdefault(bucket.day, Sums()).add(bucket)

    def within(self, site: str, first: date, last: date) -> Sums:
        """What the days from `first` to `last` come to at a site."""
        found, days = Sums(), self._days.get(site)
        if days:
            for day in days_of((first, last)):
                if (sums := days.get(day)) is not None:
                    found.add(sums)
        return found

    def together(self, sites: Sequence[Site], first: date, last: date) -> Sums:
        """The same at several sites."""
        found = Sums()
        for site in sites:
            found.add(self.within(site.key, first, last))
        return found
