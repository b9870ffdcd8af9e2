"""What few observations can say: intervals and tests that hold for small numbers. Plain Python and SciPy's functions.

Every function says what it takes and from which paper its formula comes. Estimates are finite or None, limits
finite or (where a ratio has no upper bound) infinite; nothing is ever NaN. What cannot be asked is refused with
`CannotEstimate`. Whether an interval is justified at all (repeated calls from few people, one person's estimate)
is for the caller to say.
"""

from .estimate import CannotEstimate, Estimate, Interval
from .fisher import Fisher, fisher
from .mcnemar import Mcnemar, mcnemar
from .means import TTest, paired_t, welch_t
from .ranks import RankTest
from .rates import RateRatio, poisson_rate, rate_ratio
from .share_differences import newcombe, newcombe_paired
from .shares import binomial_p, clopper_pearson, wilson
from .signed_ranks import signed_ranks
from .two_groups import mann_whitney

__all__ = [
    "CannotEstimate",
    "Estimate",
    "Fisher",
    "Interval",
    "Mcnemar",
    "RankTest",
    "RateRatio",
    "TTest",
    "binomial_p",
    "clopper_pearson",
    "fisher",
    "mann_whitney",
    "mcnemar",
    "newcombe",
    "newcombe_paired",
    "paired_t",
    "poisson_rate",
    "rate_ratio",
    "signed_ranks",
    "welch_t",
    "wilson",
]
