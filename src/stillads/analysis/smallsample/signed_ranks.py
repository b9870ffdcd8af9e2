"""The same people twice, by ranks: Wilcoxon's test with the Hodges-Lehmann shift."""

import math
from collections.abc import Sequence
from functools import lru_cache
from statistics import median

from .estimate import CONFIDENCE, CannotEstimate, Estimate, pairs, tail
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


def signed_ranks(
    before: Sequence[float | None], after: Sequence[float | None], confidence: float = CONFIDENCE
) -> RankTest:
    """Have the pairs moved, and by how much? Pairs of which one is missing are left out; at least one must stay.

    V adds the ranks of those that rose; pairs that did not move are left out of it, but not of the shift: the
    median of all means of two differences (after minus before). Exact for fewer than 50 pairs that all moved by
    different amounts; otherwise by the normal distribution, corrected for ties and continuity.
    Source: Wilcoxon F. Biometrics Bull 1945;1:80-3; Hodges JL, Lehmann EL. Ann Math Stat 1963;34:598-611.
    """
    differences, beyond = pairs(before, after), tail(confidence)
    if not differences:
        raise CannotEstimate("there is no pair")
    moved = [each for each in differences if each]
    ranks, ties = ranked([abs(each) for each in moved])
    statistic = math.fsum(rank for rank, each in zip(ranks, moved, strict=True) if each > 0)
    exact = len(moved) == len(differences) < EXACT_BELOW and max(ties) == 1
    if exact:
        p = counted_p(statistic, _ways(len(moved)))
    else:
        p = approximate_p(statistic - len(moved) * (len(moved) + 1) / 4, _variance(len(moved), ties))
    n = len(differences)
    few = n < EXACT_BELOW
    low = cut(_ways(n), beyond) if few else approximate_cut(n * (n + 1) // 2, _variance(n, []), beyond)
    true_confidence = held(_ways(n), low) if few else confidence
    return RankTest(statistic, p, exact, _shift(differences, low), true_confidence)


def _shift(differences: Sequence[float], low: int) -> Estimate:
    means = sorted(
        (one + other) / 2 for place, one in enumerate(differences) for other in differences[place:]
    )
    return Estimate(median(means), between(means, low))


def _variance(n: int, ties: Sequence[int]) -> float:
    return n * (n + 1) * (2 * n + 1) / 24 - sum(size**3 - size for size in ties) / 48


@lru_cache(maxsize=64)
def _ways(n: int) -> tuple[int, ...]:
    """In how many ways of signing the ranks 1 … n their positive sum is 0, 1 … n(n+1)/2."""
    ways = [1] + [0] * (n * (n + 1) // 2)
    for rank in range(1, n + 1):
        for place in range(len(ways) - 1, rank - 1, -1):
            ways[place] += ways[place - rank]
    return tuple(ways)
