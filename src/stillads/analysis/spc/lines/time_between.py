"""The t chart: the time between rare events."""

import math
from dataclasses import replace

from stillads.analysis.spc.arithmetic import power, present
from stillads.analysis.spc.kinds import CannotChart

from .individuals import of_values
from .phase import Lines, Phase

SHAPE = 3.6  # the power that makes a Weibull of exponential times nearly normal


def time_between(phase: Phase) -> Lines:
    """An i chart of y^(1/3.6), brought back by the power 3.6; the lower limit is not below nought.

    Times must be above nought. Source: Nelson LS. A control chart for parts-per-million nonconforming items.
    J Qual Technol 1994;26(3):239-40.
    """
    times = [group.value for group in phase.groups]
    if min(present(times), default=1.0) <= 0:
        raise CannotChart("times between events must be above nought")
    given = phase.given if math.isnan(phase.given) else power(phase.given, 1 / SHAPE)
    lines = of_values(replace(phase, given=given), [power(time, 1 / SHAPE) for time in times])
    lower = [power(each, SHAPE) for each in lines.lower]
    return Lines(
        values=[power(each, SHAPE) for each in lines.values],
        centre=power(lines.centre, SHAPE),
        lower=[0.0 if math.isnan(each) else each for each in lower],
        near_lower=[power(each, SHAPE) for each in lines.near_lower],
        near_upper=[power(each, SHAPE) for each in lines.near_upper],
        upper=[power(each, SHAPE) for each in lines.upper],
        denominators=lines.denominators,
    )
