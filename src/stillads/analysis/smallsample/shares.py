"""One share: x of n."""

import math

from .binomial import half_counted, two_sided
from .distributions import beta_quantile, normal_quantile
from .estimate import CONFIDENCE, CannotEstimate, Estimate, Interval, check_share, tail


def clopper_pearson(successes: int, trials: int, confidence: float = CONFIDENCE) -> Estimate:
    """The share with its exact interval: never narrower than promised. Of none: no share, 0 to 1.

    low = B(α/2; x, n-x+1), high = B(1-α/2; x+1, n-x), where B is the quantile of the beta distribution.
    Source: Clopper CJ, Pearson ES. Biometrika 1934;26:404-13.
    """
    check_share(successes, trials)
    beyond, failures = tail(confidence), trials - successes
    low = beta_quantile(beyond, successes, failures + 1) if successes else 0.0
    high = 1 - beta_quantile(beyond, failures, successes + 1) if failures else 1.0
    return Estimate(successes / trials if trials else None, Interval(low, high))


def wilson(successes: int, trials: int, confidence: float = CONFIDENCE) -> Estimate:
    """The share with its score interval: right on the average, shorter than the exact one. Of none: 0 to 1.

    (p + z²/2n ± z·√(p(1-p)/n + z²/4n²)) / (1 + z²/n). Source: Wilson EB. J Am Stat Assoc 1927;22:209-12.
    """
    check_share(successes, trials)
    z = normal_quantile(tail(confidence))
    if not trials:
        return Estimate(None, Interval(0.0, 1.0))
    share, square = successes / trials, z * z / trials
    middle = share + square / 2
    half = z * math.sqrt(share * (1 - share) / trials + square / (4 * trials))
    low = (middle - half) / (1 + square) if successes else 0.0
    high = (middle + half) / (1 + square) if successes < trials else 1.0
    return Estimate(share, Interval(low, high))


def binomial_p(successes: int, trials: int, share: float = 0.5, *, mid: bool = False) -> float:
    """The exact two-sided p-value against a share within (0, 1); `mid` counts half of the observed outcome.

    Source: Clopper and Pearson 1934; Lancaster HO. J Am Stat Assoc 1961;56:223-34 (mid-p).
    """
    check_share(successes, trials)
    if not 0 < share < 1:
        raise CannotEstimate("a share to test against lies between 0 and 1")
    p, observed = two_sided(successes, trials, share)
    return half_counted(p, observed) if mid else p
