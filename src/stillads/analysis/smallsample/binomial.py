"""The exact two-sided test that stands behind shares, rate ratios and pairs."""

import math

SAME = 1 + 1e-7  # outcomes whose probability differs by rounding alone are equally probable


def two_sided(successes: int, trials: int, chance: float) -> tuple[float, float]:
    """The p-value of so many successes at a chance within (0, 1), and the probability of exactly so many.

    The p-value adds the outcomes that are no more probable than the observed one (as R's binom.test does).
    """
    weights = [_log_weight(k, trials, chance) for k in range(trials + 1)]
    probabilities = [math.exp(weight) for weight in weights]
    observed = probabilities[successes]
    return min(1.0, math.fsum(each for each in probabilities if each <= observed * SAME)), observed


def half_counted(p: float, observed: float) -> float:
    """The mid-p of a p-value: what was observed counts half, unless nothing else could have been."""
    return p - observed / 2 if observed < 1 else 1.0


def _log_weight(k: int, trials: int, chance: float) -> float:
    ways = math.lgamma(trials + 1) - math.lgamma(k + 1) - math.lgamma(trials - k + 1)
    return ways + k * math.log(chance) + (trials - k) * math.log1p(-chance)
