"""The same people twice, yes or no: McNemar's test."""

from dataclasses import dataclass

from .binomial import half_counted, two_sided
from .distributions import chi_square_tail
from .estimate import check_counts


@dataclass(frozen=True, slots=True)
class Mcnemar:
    """p and mid-p of the exact test; χ² with continuity correction for comparison, None where nobody changed."""

    p: float
    mid_p: float
    chi_square: float | None
    chi_square_p: float | None


def mcnemar(lost: int, gained: int) -> Mcnemar:
    """Do more people change one way than the other? From yes to no, and from no to yes; the others say nothing.

    Exact: lost is binomial with share ½ of those that changed; χ² = (|lost - gained| - 1)²/(lost + gained).
    Source: McNemar Q. Psychometrika 1947;12:153-7; Fagerland MW et al. BMC Med Res Methodol 2013;13:91 (mid-p).
    """
    check_counts(lost, gained)
    changed = lost + gained
    if not changed:
        return Mcnemar(1.0, 1.0, None, None)
    p, observed = two_sided(lost, changed, 0.5)
    corrected = max(abs(lost - gained) - 1, 0)
    chi_square = corrected**2 / changed
    return Mcnemar(p, half_counted(p, observed), chi_square, chi_square_tail(chi_square))
