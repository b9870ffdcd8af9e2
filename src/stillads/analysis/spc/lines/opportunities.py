"""The g chart: how many went well between two that did not."""

import math
from dataclasses import replace

from stillads.analysis.spc.arithmetic import mean, median, root

from .phase import Lines, Phase, around

MEDIAN_OF_MEAN = 0.693  # ln 2: the median of a geometric distribution, as a share of its mean


def opportunities(phase: Phase) -> Lines:
    """Mean ± 3·√(mean·(mean+1)), not below nought; the centre line is the median, since the points are skewed.

    A centre line that is given is a mean: limits come from it, and 0.693 times it is drawn.
    Source: Montgomery, 6th ed., p. 319; Provost LP, Murray SK. The Health Care Data Guide. 2011, p. 228.
    """
    values = [group.value for group in phase.groups]
    average = phase.centre(lambda: mean(phase.of_base(values)))
    sigma = root(average * (average + 1))
    lines = around(phase, values, average, [sigma] * len(values), floor=0.0)
    halfway = median(phase.of_base(values))
    computed = math.isnan(phase.given)
    return replace(lines, centre=halfway if computed else MEDIAN_OF_MEAN * phase.given)
