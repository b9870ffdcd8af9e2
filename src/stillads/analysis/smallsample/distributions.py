"""Quantiles and tails. Those that need SciPy load `scipy.special` when first asked, never `scipy.stats`."""

import math
from statistics import NormalDist

_NORMAL = NormalDist()


def normal_quantile(upper: float) -> float:
    """The z above which lies `upper` of a standard normal distribution."""
    return -_NORMAL.inv_cdf(upper)


def normal_two_sided(z: float) -> float:
    """How probable a standard normal value at least as far from nought as `z` is."""
    return math.erfc(abs(z) / math.sqrt(2))


def chi_square_tail(value: float) -> float:
    """How probable a χ² of one degree of freedom above `value` is."""
    return math.erfc(math.sqrt(value / 2))


def beta_quantile(lower: float, a: float, b: float) -> float:
    """The point below which lies `lower` of Beta(a, b)."""
    from scipy.special import betaincinv

    return float(betaincinv(a, b, lower))


def gamma_quantile(lower: float, shape: float) -> float:
    """The point below which lies `lower` of Gamma(shape, 1)."""
    from scipy.special import gammaincinv

    return float(gammaincinv(shape, lower))


def gamma_upper_quantile(upper: float, shape: float) -> float:
    """The point above which lies `upper` of Gamma(shape, 1)."""
    from scipy.special import gammainccinv

    return float(gammainccinv(shape, upper))


def t_quantile(upper: float, freedom: float) -> float:
    """The point above which lies `upper` of Student's t."""
    from scipy.special import stdtrit

    return -float(stdtrit(freedom, upper))


def t_two_sided(t: float, freedom: float) -> float:
    """How probable a t at least as far from nought is."""
    from scipy.special import stdtr

    return min(1.0, 2 * float(stdtr(freedom, -abs(t))))
