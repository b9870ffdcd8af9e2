"""The c chart: counts for the same exposure each time."""

from stillads.analysis.spc.arithmetic import mean, root

from .phase import Lines, Phase, around


def counts(phase: Phase) -> Lines:
    """Mean count ± 3·√(mean), not below nought.

    Source: Montgomery, Introduction to Statistical Quality Control, 6th ed., eq. 7.17.
    """
    values = [group.sum for group in phase.groups]
    centre = phase.centre(lambda: mean(phase.of_base(values)))
    return around(phase, values, centre, [root(centre)] * len(values), floor=0.0)
