"""The x̄ chart: means of subgroups."""

from stillads.analysis.spc.arithmetic import ratio, total

from .constants import of_mean
from .phase import Lines, Phase, around
from .pooled import spread_within


def means(phase: Phase) -> Lines:
    """The mean of all figures ± A3·(spread within subgroups), by each subgroup's size; none for a single figure.

    Source: Montgomery, Introduction to Statistical Quality Control, 6th ed., eq. 6.30-6.31.
    """
    base = phase.of_base(phase.groups)
    centre = phase.centre(
        lambda: ratio(total(group.size * group.mean for group in base), total(group.size for group in base))
    )
    within = spread_within(phase)
    values = [group.value for group in phase.groups]
    return around(phase, values, centre, [of_mean(group.size) * within for group in phase.groups])
