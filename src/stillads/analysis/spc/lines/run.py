"""The run chart: the points and their median."""

from stillads.analysis.spc.arithmetic import median

from .phase import Lines, Phase, without_limits


def run(phase: Phase) -> Lines:
    """Centre line: the median of the baseline. No limits.

    Source: Anhøj J, Olesen AV. Run charts revisited. PLoS One 2014;9(11):e113825.
    """
    values = [group.value for group in phase.groups]
    return without_limits(phase, values, phase.centre(lambda: median(phase.of_base(values))))
