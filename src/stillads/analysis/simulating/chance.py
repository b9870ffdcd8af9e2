"""The few kinds of chance that a round needs, from one seeded source."""

import math
from random import Random

_MANY = 60


def poisson(chance: Random, mean: float) -> int:
    """How many things happen where `mean` happen on average. Large means by the normal distribution."""
    if mean <= 0:
        return 0
    if mean > _MANY:
        return max(0, round(chance.gauss(mean, math.sqrt(mean))))
    limit, product, count = math.exp(-mean), chance.random(), 0
    while product > limit:
        product *= chance.random()
        count += 1
    return count


def binomial(chance: Random, many: int, share: float) -> int:
    """So many of `many`."""
    return sum(chance.random() < share for _ in range(many))


def shifted(share: float, by: float) -> float:
    """A share moved by `by` on the scale of log odds, so that it stays a share."""
    inside = min(max(share, 1e-6), 1 - 1e-6)
    return 1 / (1 + math.exp(-(math.log(inside / (1 - inside)) + by)))
