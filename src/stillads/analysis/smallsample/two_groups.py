"""Two groups by ranks: Mann-Whitney's test with the Hodges-Lehmann shift."""

from collections.abc import Sequence
from functools import lru_cache
from statistics import median

from .estimate import CONFIDENCE, CannotEstimate, Estimate, finite, tail
from .ranks import (
    EXACT_BELOW,
    RankTest,
    approximate_cut,
    approximate_p,
    between,
    counted_p,
    cut,
    held,
    ranked,
)


def mann_whitney(
    first: Sequence[float | None], second: Sequence[float | None], confidence: float = CONFIDENCE
) -> RankTest:
    """Is one group higher than the other, and by how much? At least one figure in each; missing ones left out.

    W counts the pairs in which the first is higher (ties half); the shift is the median of all differences, first
    minus second, its interval the differences that W's distribution cuts off. Exact for fewer than 50 in each and
    no ties; otherwise p by the normal distribution, corrected for ties and continuity. With ties the interval is
    at least as wide as promised.
    Source: Mann HB, Whitney DR. Ann Math Stat 1947;18:50-60; Hodges JL, Lehmann EL. Ann Math Stat 1963;34:598-611.
    """
    ours, theirs = finite(first), finite(second)
    beyond, pairs = tail(confidence), len(ours) * len(theirs)
    if not pairs:
        raise CannotEstimate("a group has no figures")
    ranks, ties = ranked(ours + theirs)
    statistic = sum(ranks[: len(ours)]) - len(ours) * (len(ours) + 1) / 2
    few = max(len(ours), len(theirs)) < EXACT_BELOW
    exact = few and max(ties) == 1
    if exact:
        p = counted_p(statistic, _ways(len(ours), len(theirs)))
    else:
        p = approximate_p(statistic - pairs / 2, _variance(len(ours), len(theirs), ties))
    m, n = len(ours), len(theirs)
    low = cut(_ways(m, n), beyond) if few else approximate_cut(pairs, _variance(m, n, []), beyond)
    true_confidence = held(_ways(m, n), low) if few else confidence
    return RankTest(statistic, p, exact, _shift(ours, theirs, low), true_confidence)


def _shift(ours: Sequence[float], theirs: Sequence[float], low: int) -> Estimate:
    differences = sorted(one - other for one in ours for other in theirs)
    return Estimate(median(differences), between(differences, low))


def _variance(m: int, n: int, ties: Sequence[int]) -> float:
    tied = sum(size**3 - size for size in ties) / ((m + n) * (m + n - 1)) if m + n > 1 else 0.0
    return m * n / 12 * (m + n + 1 - tied)


@lru_cache(maxsize=64)
def _ways(m: int, n: int) -> tuple[int, ...]:
    """In how many orders of m and n figures W is 0, 1 … m·n: Gauss's coefficients, ∏(1-qⁿ⁺ⁱ)/(1-qⁱ)."""
    ways = [1] + [0] * (m * n)
    for step in range(1, m + 1):
        for place in range(m * n, n + step - 1, -1):
            ways[place] -= ways[place - n - step]
        for place in range(step, m * n + 1):
            ways[place] += ways[place - step]
    return tuple(ways)
