"""The constants of charts of subgroups, for any size (Montgomery, 6th ed., appendix VI)."""

import math

from stillads.analysis.spc.arithmetic import MISSING, root


def c4(size: int) -> float:
    """What the standard deviation of a sample falls short by: √(2/(n-1))·Γ(n/2)/Γ((n-1)/2). From two up."""
    if size < 2:
        return MISSING
    return math.sqrt(2 / (size - 1)) * math.exp(math.lgamma(size / 2) - math.lgamma((size - 1) / 2))


def of_mean(size: int) -> float:
    """The standard deviation of a subgroup's mean, as a share of the mean spread: 1/(c4·√n). A3 is three."""
    return MISSING if size < 2 else 1 / (c4(size) * math.sqrt(size))


def of_spread(size: int) -> float:
    """The standard deviation of a subgroup's spread, as a share of it: √(1-c4²)/c4. B3 and B4 are 1 ∓ three."""
    return MISSING if size < 2 else root(1 - c4(size) ** 2) / c4(size)
