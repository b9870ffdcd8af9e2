"""The p and p′ charts: shares of a denominator."""

from stillads.analysis.spc.arithmetic import ratio, root, total

from .laney import sigma_z
from .phase import Lines, Phase, around


def shares(phase: Phase) -> Lines:
    """All numerators over all denominators, ± 3·√(p(1-p)/n), held within 0 and 1.

    Source: Montgomery, Introduction to Statistical Quality Control, 6th ed., eq. 7.8.
    """
    return _shares(phase, corrected=False)


def shares_laney(phase: Phase) -> Lines:
    """As `shares`, with the standard deviation times Laney's sigma z: for large denominators."""
    return _shares(phase, corrected=True)


def _shares(phase: Phase, *, corrected: bool) -> Lines:
    base = phase.of_base(phase.groups)
    centre = phase.centre(
        lambda: ratio(total(group.sum for group in base), total(group.denominator for group in base))
    )
    values = [group.value for group in phase.groups]
    deviations = [root(ratio(centre * (1 - centre), group.denominator)) for group in phase.groups]
    if corrected:
        factor = sigma_z(phase, values, centre, deviations)
        deviations = [factor * each for each in deviations]
    return around(phase, values, centre, deviations, floor=0.0, ceiling=1.0)
