"""The i chart (XmR's X): single figures and what their neighbours differ by."""

from stillads.analysis.spc.arithmetic import mean, mean_range, ranges

from .phase import Lines, Phase, around

TO_SIGMA = 1.128  # d2 for pairs


def individuals(phase: Phase) -> Lines:
    """Mean ± 3·(mean moving range)/1.128, both of the baseline.

    A missing point is a gap that no range bridges; an excluded one is as if it had never been.
    Source: Montgomery DC. Introduction to Statistical Quality Control, 6th ed., eq. 6.33; Nelson 1982 (screening).
    """
    return of_values(phase, [group.value for group in phase.groups])


def of_values(phase: Phase, values: list[float]) -> Lines:
    """The same for values that are not the groups' own (transformed ones)."""
    base = phase.of_base(values)
    centre = phase.centre(lambda: mean(base))
    between = mean_range(ranges([value - centre for value in base]), screened=phase.screened)
    return around(phase, values, centre, [between / TO_SIGMA] * len(values))
