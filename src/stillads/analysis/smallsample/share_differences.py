"""How two shares differ, with Newcombe's intervals: of two groups, and of the same people twice."""

import math

from .estimate import CONFIDENCE, Estimate, Interval, check_counts
from .shares import wilson


def newcombe(before: tuple[int, int], after: tuple[int, int], confidence: float = CONFIDENCE) -> Estimate:
    """The share after minus the share before, each x of n of different people; -1 to 1.

    With Wilson's limits l and u of both: low = d - √((p₂-l₂)² + (u₁-p₁)²), high = d + √((u₂-p₂)² + (p₁-l₁)²).
    Where one of them is of none there is no difference, and the interval is -1 to 1.
    Source: Newcombe RG. Interval estimation for the difference between independent proportions. Method 10.
    Stat Med 1998;17:873-90.
    """
    first, second = wilson(*before, confidence), wilson(*after, confidence)
    if first.value is None or second.value is None:
        return Estimate(None, Interval(-1.0, 1.0))
    return _combined(first, second, 0.0)


def newcombe_paired(
    both: int, lost: int, gained: int, neither: int, confidence: float = CONFIDENCE
) -> Estimate:
    """The share after minus the share before among the same people: yes twice, lost, gained, no twice.

    As `newcombe`, with Wilson's limits of both shares held together by their correlation φ (with a correction).
    Source: Newcombe RG. Improved confidence intervals for the difference between binomial proportions based on
    paired data. Method 10. Stat Med 1998;17:2635-50.
    """
    check_counts(both, lost, gained, neither)
    people = both + lost + gained + neither
    if not people:
        return Estimate(None, Interval(-1.0, 1.0))
    first, second = wilson(both + lost, people, confidence), wilson(both + gained, people, confidence)
    return _combined(first, second, _correlation(both, lost, gained, neither))


def _combined(first: Estimate, second: Estimate, correlation: float) -> Estimate:
    before, after = first.value or 0.0, second.value or 0.0
    difference = after - before
    down = _distance(after - second.interval.low, first.interval.high - before, correlation)
    up = _distance(second.interval.high - after, before - first.interval.low, correlation)
    return Estimate(difference, Interval(max(-1.0, difference - down), min(1.0, difference + up)))


def _distance(one: float, other: float, correlation: float) -> float:
    return math.sqrt(max(0.0, one * one - 2 * correlation * one * other + other * other))


def _correlation(a: int, b: int, c: int, d: int) -> float:
    margins = (a + b) * (c + d) * (a + c) * (b + d)
    if not margins:
        return 0.0
    product, half = a * d - b * c, (a + b + c + d) / 2
    corrected = max(product - half, 0.0) if product > 0 else product
    return corrected / math.sqrt(margins)
