"""Things found by the day on which they stand."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Generic, TypeVar

T = TypeVar("T")


class ByDay(Generic[T]):
    """One thing a day, in the order of the days."""

    def __init__(self, found: Mapping[date, T]) -> None:
        self._days = sorted(found)
        self._found = [found[day] for day in self._days]

    def within(self, first: date, last: date) -> Sequence[T]:
        """Those of the days from `first` to `last`; both count."""
        return self._found[bisect_left(self._days, first) : bisect_right(self._days, last)]
