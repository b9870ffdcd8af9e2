"""The i′ chart: single figures that stand on denominators of different size."""

import math
from itertools import pairwise

from stillads.analysis.spc.arithmetic import mean, mean_range, ratio, root, total

from .phase import Lines, Phase, around

SCREEN = 3.2665


def weighted(phase: Phase) -> Lines:
    """Weighted mean ± 3·s/√n, where s is the mean of √(π/2)·|difference|/√(1/n₁ + 1/n₂) over all neighbours.

    Without denominators the number of figures in each subgroup stands in their place.
    Source: Taylor WA. Normalized individuals (I_N) control chart. Taylor Enterprises, 2017.
    """
    groups = phase.groups
    weights = [group.denominator for group in groups]
    if all(math.isnan(weight) for weight in weights):
        weights = [float(group.size) for group in groups]
    values = [group.value for group in groups]
    base = list(zip(phase.of_base(values), phase.of_base(weights), strict=True))
    centre = phase.centre(
        lambda: ratio(total(value * weight for value, weight in base), total(weight for _, weight in base))
    )
    shares = [ratio(1, weight) for weight in weights]
    steps = [
        root(math.pi / 2) * ratio(abs(later - earlier), root(before + after))
        for (earlier, later), (before, after) in zip(pairwise(values), pairwise(shares), strict=True)
    ]
    sigma = mean_range(steps, screened=True, factor=SCREEN) if phase.screened else mean(steps)
    lines = around(phase, values, centre, [sigma * root(share) for share in shares])
    lines.denominators[:] = weights
    return lines
