"""What the rank tests share: ranks with ties, and what a test of ranks says."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from .distributions import normal_quantile, normal_two_sided
from .estimate import Estimate, Interval

EXACT_BELOW = 50  # figures in a group; from there on the normal distribution does


@dataclass(frozen=True, slots=True)
class RankTest:
    """A rank test and the shift that goes with it.

    statistic  W (Mann-Whitney) or V (signed ranks); `exact`: whether p is counted rather than approximated
    shift      the Hodges-Lehmann estimate in the figures' unit, with its interval
    confidence what the interval truly holds (for figures that are no ties): mostly a little more than was asked
               for, less where figures are too few; the interval is then all that was seen, and proves nothing
    """

    statistic: float
    p: float
    exact: bool
    shift: Estimate
    confidence: float


def ranked(values: Sequence[float]) -> tuple[list[float], list[int]]:
    """The rank of each value from 1, equal ones sharing their mean; and how many there are of each value."""
    order = sorted(range(len(values)), key=lambda place: values[place])
    ranks, sizes, done = [0.0] * len(values), list[int](), 0
    for _, tied in groupby(order, key=lambda place: values[place]):
        places = list(tied)
        for place in places:
            ranks[place] = done + (len(places) + 1) / 2
        done += len(places)
        sizes.append(len(places))
    return ranks, sizes


def counted_p(statistic: float, ways: Sequence[int]) -> float:
    """Twice the smaller tail of a symmetric distribution; `ways` counts the outcomes 0, 1, 2 …"""
    whole, at = sum(ways), int(statistic)
    smaller = sum(ways[at:]) if statistic > (len(ways) - 1) / 2 else sum(ways[: at + 1])
    return min(1.0, 2 * smaller / whole)


def approximate_p(beyond: float, variance: float) -> float:
    """Two-sided by the normal distribution with a correction of a half; all equal: nothing is improbable."""
    if variance <= 0 or not beyond:
        return 1.0
    return min(1.0, normal_two_sided((beyond - math.copysign(0.5, beyond)) / math.sqrt(variance)))


def cut(ways: Sequence[int], tail: float) -> int:
    """The smallest outcome at or below which lies at least `tail`; at least 1."""
    whole, reached = sum(ways), 0
    for outcome, each in enumerate(ways):
        reached += each
        if reached / whole >= tail - 1e-15:
            return max(1, outcome)
    return len(ways) - 1


def held(ways: Sequence[int], low: int) -> float:
    """The confidence of the interval that leaves out the outcomes below `low` at both ends."""
    return 1 - 2 * sum(ways[:low]) / sum(ways)


def approximate_cut(outcomes: int, variance: float, tail: float) -> int:
    """As `cut`, by the normal distribution, for many outcomes (0 … outcomes)."""
    return max(1, math.floor(outcomes / 2 - normal_quantile(tail) * math.sqrt(variance)))


def between(ordered: Sequence[float], low: int) -> Interval:
    """From the `low`-th of the ordered values to the `low`-th from above."""
    return Interval(ordered[low - 1], ordered[len(ordered) - low])
