"""The s chart: the spread of each subgroup."""

from .constants import of_spread
from .phase import Lines, Phase, around
from .pooled import spread_within


def spreads(phase: Phase) -> Lines:
    """The spread within subgroups; limits B3 and B4 times it, by each subgroup's size.

    Source: Montgomery, Introduction to Statistical Quality Control, 6th ed., eq. 6.27-6.31.
    """
    values = [group.spread for group in phase.groups]
    centre = phase.centre(lambda: spread_within(phase))
    deviations = [of_spread(group.size) * centre for group in phase.groups]
    return around(phase, values, centre, deviations, floor=0.0)
