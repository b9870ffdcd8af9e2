"""Laney's correction: how much more the points vary between them than their denominators explain."""

import math

from stillads.analysis.spc.arithmetic import MISSING, deviation, mean_range, ranges, ratio

from .individuals import TO_SIGMA
from .phase import Phase


def sigma_z(phase: Phase, values: list[float], centre: float, deviations: list[float]) -> float:
    """The standard deviation of z = (value - centre)/deviation in the baseline, by its mean moving range.

    Where places are names and not time, by the ordinary standard deviation (missing where a z is).
    Source: Laney DB. Improved control charts for attributes. Qual Eng 2002;14(4):531-7.
    """
    scores = [
        ratio(value - centre, each)
        for value, each in zip(phase.of_base(values), phase.of_base(deviations), strict=True)
    ]
    if phase.ordered:
        return mean_range(ranges(scores), screened=phase.screened) / TO_SIGMA
    return MISSING if any(math.isnan(score) for score in scores) else deviation(scores)
