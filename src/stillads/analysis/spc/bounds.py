"""How long a run may be and how few crossings there may be before chance is not enough."""

import math
from functools import lru_cache


def longest_allowed(useful: int) -> int:
    """The longest run that chance explains among so many useful points (at least 1): round(log2 n) + 3.

    Source: Schilling MF. The surprising predictability of long runs. Math Mag 2012;85(2):141-9.
    """
    return round(math.log2(useful)) + 3


@lru_cache(maxsize=1024)
def crossings_needed(useful: int) -> int:
    """The fewest crossings that chance explains: the 5 % quantile of Binomial(n - 1, ½), in whole numbers.

    Source: Chen Z. A note on the runs test. Model Assist Stat Appl 2010;5(2):73-7.
    """
    trials = max(useful - 1, 0)
    ways, reached, crossings = 1, 1, 0
    while 20 * reached < 2**trials:
        ways = ways * (trials - crossings) // (crossings + 1)
        crossings += 1
        reached += ways
    return crossings
