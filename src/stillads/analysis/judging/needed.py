"""How much more would be needed before one could know; from the planned effect, never from the one that was seen."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import variance
from typing import Final

from ..smallsample.distributions import normal_quantile

POWER: Final = 0.80
_ALPHA: Final = 0.05
_RANKS: Final = 3 / math.pi  # what ranks keep of the information where values are spread evenly (Pitman)
_MOST: Final = 1000


@dataclass(frozen=True, slots=True)
class Needed:
    """More periods or people in the trial; None where no number of them would do, because too little was
    measured before."""

    more: int | None


def needed(before: Sequence[float], after: Sequence[float], size: float, *, looks: int = 1) -> Needed:
    """How many more periods the trial needs for a change of `size` to be found four times in five.

    before, after  one value for each period; only how they scatter within each is used, so that it makes no
                   difference how far the trial has come. At least two of either in all.
    size           the planned change in the values' unit, above nought
    By the normal distribution: n with (z₁₋α⁄₂ + z₁₋β)² s² (1/m + 1/n) ≤ size² · 3/π.
    """
    if size <= 0:
        raise ValueError("a planned change is above nought")
    scatter = _scatter(before, after)
    reach = normal_quantile(_ALPHA / 2 / looks) + normal_quantile(1 - POWER)
    if not before or scatter is None:
        return Needed(None)
    least = _fewest(len(before), looks)
    room = size * size * _RANKS / (reach * reach * scatter) - 1 / len(before) if scatter else math.inf
    if room <= 1 / _MOST:
        return Needed(None)
    return Needed(max(0, max(least, math.ceil(1 / room)) - len(after)))


def _fewest(before: int, looks: int) -> int:
    """With how many periods an interval by ranks can hold what it promises: that many orders must be possible."""
    after = 1
    while math.comb(before + after, after) < 2 * looks / _ALPHA:
        after += 1
    return after


def _scatter(before: Sequence[float], after: Sequence[float]) -> float | None:
    """The variance within the two parts, pooled; None where there are too few values to tell."""
    parts = [values for values in (before, after) if len(values) > 1]
    freedom = sum(len(values) - 1 for values in parts)
    if not freedom:
        return None
    return sum(variance(values) * (len(values) - 1) for values in parts) / freedom
