"""What comes out: an estimate with its interval. And what is refused on the way in."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

CONFIDENCE = 0.95


class CannotEstimate(ValueError):
    """The numbers are none that the question can be asked of. The text says why, in English, for programmers."""


@dataclass(frozen=True, slots=True)
class Interval:
    """From `low` to `high`, both within; `high` is infinite where a ratio has no upper bound."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Estimate:
    """A value and its confidence interval in the value's unit; `value` is None where nothing can be estimated."""

    value: float | None
    interval: Interval


def check_share(successes: int, trials: int) -> None:
    """Refuses what is not so many of so many."""
    if not 0 <= successes <= trials:
        raise CannotEstimate(f"{successes} of {trials} is not a share")


def check_counts(*counts: int) -> None:
    """Refuses counts below nought."""
    if any(count < 0 for count in counts):
        raise CannotEstimate("a count is below nought")


def tail(confidence: float) -> float:
    """What lies beyond each limit of an interval: half of what the confidence leaves."""
    if not 0 < confidence < 1:
        raise CannotEstimate("a confidence lies between 0 and 1")
    return (1 - confidence) / 2


def finite(values: Iterable[float | None]) -> list[float]:
    """The figures that are there: missing and endless ones are left out."""
    return [float(value) for value in values if value is not None and math.isfinite(value)]


def pairs(before: Sequence[float | None], after: Sequence[float | None]) -> list[float]:
    """After minus before for each pair of which both are there."""
    if len(before) != len(after):
        raise CannotEstimate("paired figures differ in number")
    both = zip(before, after, strict=True)
    return finite(later - earlier for earlier, later in both if earlier is not None and later is not None)
