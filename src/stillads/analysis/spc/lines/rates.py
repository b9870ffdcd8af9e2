"""The u and u′ charts: events for an exposure."""

from stillads.analysis.spc.arithmetic import ratio, root, total

from .laney import sigma_z
from .phase import Lines, Phase, around


def rates(phase: Phase) -> Lines:
    """All events over all exposure, ± 3·√(u/n), not below nought.

    Source: Montgomery, Introduction to Statistical Quality Control, 6th ed., eq. 7.19.
    """
    return _rates(phase, corrected=False)


def rates_laney(phase: Phase) -> Lines:
    """As `rates`, with the standard deviation times Laney's sigma z: for large exposures."""
    return _rates(phase, corrected=True)


def _rates(phase: Phase, *, corrected: bool) -> Lines:
    base = phase.of_base(phase.groups)
    centre = phase.centre(
        lambda: ratio(total(group.sum for group in base), total(group.denominator for group in base))
    )
    values = [group.value for group in phase.groups]
    deviations = [root(ratio(centre, group.denominator)) for group in phase.groups]
    if corrected:
        factor = sigma_z(phase, values, centre, deviations)
        deviations = [factor * each for each in deviations]
    return around(phase, values, centre, deviations, floor=0.0)
