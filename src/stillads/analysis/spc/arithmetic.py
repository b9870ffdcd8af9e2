"""Means, spreads and quotients that know missing values.

Inside `spc` a missing number is NaN, so that formulae read as in the papers. No public function of the room
returns one: `known` turns everything that is not a finite number into None on the way out.
"""

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise

MISSING = math.nan


def entered(value: float | None) -> float:
    """A number as it came in: None and everything that is not finite is missing."""
    return MISSING if value is None or not math.isfinite(value) else float(value)


def known(value: float) -> float | None:
    """A number on the way out: None where it is missing or has no bound."""
    return value if math.isfinite(value) else None


def present(values: Iterable[float]) -> list[float]:
    """The values that are not missing, in their order."""
    return [value for value in values if not math.isnan(value)]


def total(values: Iterable[float]) -> float:
    """The sum of those present; nought when there are none."""
    try:
        return math.fsum(present(values))
    except (OverflowError, ValueError):  # beyond what a number can hold, or both ways at once
        return MISSING


def mean(values: Iterable[float]) -> float:
    """The mean of those present. The second pass makes the mean of equal numbers that number exactly,
    so that a point on the centre line is seen to be on it."""
    there = present(values)
    if not there:
        return MISSING
    first = total(there) / len(there)
    return first + total(value - first for value in there) / len(there)


def median(values: Iterable[float]) -> float:
    """The median of those present; the mean of the two in the middle where there is an even number."""
    there = sorted(present(values))
    half = len(there) // 2
    if not there:
        return MISSING
    return there[half] if len(there) % 2 else mean(there[half - 1 : half + 1])


def deviation(values: Iterable[float]) -> float:
    """The standard deviation of a sample (divisor one less than the number); missing for fewer than two."""
    there = present(values)
    if len(there) < 2:
        return MISSING
    middle = mean(there)
    return root(total((value - middle) * (value - middle) for value in there) / (len(there) - 1))


def ratio(numerator: float, denominator: float) -> float:
    """A quotient; missing where nothing is divided by."""
    return numerator / denominator if denominator else MISSING


def root(value: float) -> float:
    """The square root; missing below nought."""
    return math.sqrt(value) if value >= 0 else MISSING


def power(value: float, exponent: float) -> float:
    """A power of a number from nought; missing below it and where it has no end."""
    try:
        return value**exponent if value >= 0 else MISSING
    except OverflowError:
        return MISSING


def ranges(values: Sequence[float]) -> list[float]:
    """The moving ranges: |difference| of neighbours. A missing value makes both of its ranges missing."""
    return [abs(later - earlier) for earlier, later in pairwise(values)]


def mean_range(of: Sequence[float], *, screened: bool, factor: float = 3.267) -> float:
    """The mean moving range; screened: once more without the ranges of `factor` means or above.

    Ranges that are all nought leave nothing after screening, and so no limits.
    Source: Nelson LS. Control charts for individual measurements. J Qual Technol 1982;14(3):172-3.
    """
    average = mean(of)
    return mean(each for each in of if each < factor * average) if screened else average
