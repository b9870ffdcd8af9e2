"""Events for an exposure: one rate, and the ratio of two."""

import math
from dataclasses import dataclass

from .binomial import half_counted, two_sided
from .distributions import gamma_quantile, gamma_upper_quantile
from .estimate import CONFIDENCE, CannotEstimate, Estimate, Interval, check_counts, tail
from .shares import clopper_pearson


@dataclass(frozen=True, slots=True)
class RateRatio:
    """The first rate over the second, and how probable so unequal counts are if the rates are equal.

    ratio  its value is infinite where only the second has no events, None where neither has any
    """

    ratio: Estimate
    p: float
    mid_p: float


def poisson_rate(events: int, exposure: float, confidence: float = CONFIDENCE) -> Estimate:
    """Events per unit of exposure with the exact interval. Without exposure: no rate, 0 to infinity.

    low = G(α/2; x)/t, high = G(1-α/2; x+1)/t, where G is the quantile of the gamma distribution.
    Source: Garwood F. Fiducial limits for the Poisson distribution. Biometrika 1936;28:437-42.
    """
    check_counts(events)
    _check_exposure(exposure)
    beyond = tail(confidence)
    if not exposure:
        return Estimate(None, Interval(0.0, math.inf))
    low = gamma_quantile(beyond, events) / exposure if events else 0.0
    return Estimate(events / exposure, Interval(low, gamma_upper_quantile(beyond, events + 1) / exposure))


def rate_ratio(
    first: tuple[int, float], second: tuple[int, float], confidence: float = CONFIDENCE
) -> RateRatio:
    """The ratio of two rates, each events and exposure, exactly: given all events, the first are binomial.

    If π is the first's share of all events, the ratio is π/(1-π)·t₂/t₁; the interval is Clopper and Pearson's.
    Without an exposure there is no ratio, and nothing is improbable.
    Source: Przyborowski J, Wilenski H. Biometrika 1940;31:313-23; Lehmann EL. Testing Statistical Hypotheses.
    """
    (events, exposure), (others, other_exposure) = first, second
    check_counts(events, others)
    _check_exposure(exposure)
    _check_exposure(other_exposure)
    share = clopper_pearson(events, events + others, confidence)
    if not exposure or not other_exposure:
        return RateRatio(Estimate(None, Interval(0.0, math.inf)), 1.0, 1.0)
    scale = other_exposure / exposure
    interval = Interval(_odds(share.interval.low) * scale, _odds(share.interval.high) * scale)
    value = None if share.value is None else (events * scale / others if others else math.inf)
    p, observed = two_sided(events, events + others, exposure / (exposure + other_exposure))
    return RateRatio(Estimate(value, interval), p, half_counted(p, observed))


def _odds(share: float) -> float:
    return share / (1 - share) if share < 1 else math.inf


def _check_exposure(exposure: float) -> None:
    if not 0 <= exposure < math.inf:
        raise CannotEstimate("an exposure is a number from nought")
