"""Means of few figures: Welch's t for two groups, the paired t for the same people twice."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, variance

from .distributions import t_quantile, t_two_sided
from .estimate import CONFIDENCE, CannotEstimate, Estimate, Interval, finite, pairs, tail


@dataclass(frozen=True, slots=True)
class TTest:
    """A difference of means; t, its degrees of freedom and p are None where the figures do not vary.

    difference  in the figures' unit; where they do not vary its interval is the difference alone
    """

    difference: Estimate
    t: float | None
    freedom: float | None
    p: float | None


def welch_t(
    first: Sequence[float | None], second: Sequence[float | None], confidence: float = CONFIDENCE
) -> TTest:
    """The mean of the first minus that of the second; at least two figures in each, missing ones left out.

    t = d/√(s₁²/n₁ + s₂²/n₂), degrees of freedom after Satterthwaite. Source: Welch BL. Biometrika 1947;34:28-35.
    """
    ours, theirs = finite(first), finite(second)
    if min(len(ours), len(theirs)) < 2:
        raise CannotEstimate("a group has fewer than two figures")
    one, other = variance(ours) / len(ours), variance(theirs) / len(theirs)
    squares = one * one / (len(ours) - 1) + other * other / (len(theirs) - 1)
    freedom = (one + other) ** 2 / squares if squares else 0.0
    return _tested(fmean(ours) - fmean(theirs), one + other, freedom, confidence)


def paired_t(
    before: Sequence[float | None], after: Sequence[float | None], confidence: float = CONFIDENCE
) -> TTest:
    """The mean of after minus before; at least two whole pairs.

    t = d/(s/√n) with n - 1 degrees of freedom. Source: Student. Biometrika 1908;6:1-25.
    """
    differences = pairs(before, after)
    if len(differences) < 2:
        raise CannotEstimate("there are fewer than two pairs")
    squared_error = variance(differences) / len(differences)
    return _tested(fmean(differences), squared_error, float(len(differences) - 1), confidence)


def _tested(difference: float, squared_error: float, freedom: float, confidence: float) -> TTest:
    beyond, error = tail(confidence), math.sqrt(squared_error)
    if not error or not freedom:
        return TTest(Estimate(difference, Interval(difference, difference)), None, None, None)
    t, half = difference / error, t_quantile(beyond, freedom) * error
    interval = Interval(difference - half, difference + half)
    return TTest(Estimate(difference, interval), t, freedom, t_two_sided(t, freedom))
