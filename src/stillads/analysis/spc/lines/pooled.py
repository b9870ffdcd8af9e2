"""The spread within subgroups, taken together."""

from collections.abc import Sequence

from stillads.analysis.spc.arithmetic import mean, ratio, root, total
from stillads.analysis.spc.subgroups import Subgroup

from .phase import Phase


def spread_within(phase: Phase) -> float:
    """The mean spread of the baseline's subgroups; where sizes differ, √(Σ(n-1)s² / Σ(n-1)).

    A subgroup of no figures weighs -1 below the line, as in the reference implementation: limits get a little
    wider, never narrower. Source: Montgomery, 6th ed., eq. 6.29 and 6.31.
    """
    base = phase.of_base(phase.groups)
    if len({group.size for group in phase.groups}) <= 1:
        return mean(group.spread for group in base)
    return root(ratio(_squares(base), total(group.size - 1 for group in base)))


def _squares(base: Sequence[Subgroup]) -> float:
    return total((group.size - 1) * group.spread * group.spread for group in base)
