"""The mr chart: how much each figure differs from the one before."""

from stillads.analysis.spc.arithmetic import MISSING, mean, ranges

from .phase import Lines, Phase

UPPER = 3.267  # D4 for pairs


def moving_range(phase: Phase) -> Lines:
    """Mean range; limits 0 and 3.267 times it. The first point has no range.

    Source: Montgomery, Introduction to Statistical Quality Control, 6th ed., ch. 6.4.
    """
    values = [MISSING, *ranges([group.value for group in phase.groups])]
    centre = phase.centre(lambda: mean(phase.of_base(values)))
    places = len(values)
    return Lines(
        values=values,
        centre=centre,
        lower=[0.0] * places,
        near_lower=[0.0] * places,
        near_upper=[UPPER / 3 * 2 * centre] * places,
        upper=[UPPER * centre] * places,
        denominators=[group.denominator for group in phase.groups],
    )
