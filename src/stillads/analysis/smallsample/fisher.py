"""Two shares of different people, exactly: Fisher's test and the odds ratio."""

import math
from dataclasses import dataclass
from fractions import Fraction

from .binomial import half_counted
from .distributions import chi_square_tail
from .estimate import CONFIDENCE, Estimate, Interval, check_counts, tail
from .hypergeometric import Margins, margins, solve

SAME = Fraction(10_000_001, 10_000_000)  # as R: tables that differ by less are equally probable


@dataclass(frozen=True, slots=True)
class Fisher:
    """p and mid-p (two-sided) and the conditional odds ratio.

    chi_square_p  for comparison, uncorrected; None where a row or a column is empty
    odds_ratio    its value may be infinite; None where the margins allow one table only
    """

    p: float
    mid_p: float
    odds_ratio: Estimate
    chi_square_p: float | None


def fisher(a: int, b: int, c: int, d: int, confidence: float = CONFIDENCE) -> Fisher:
    """The test of rows (a, b) and (c, d), such as before (yes, no) and after (yes, no).

    p adds the tables with the same margins that are no more probable than this one; mid-p counts this one half.
    The odds ratio is the conditional maximum likelihood estimate with its exact interval (each tail α/2).
    Source: Fisher RA. J R Stat Soc 1935;98:39-82; Cornfield J. 1956; Lancaster 1961 (mid-p).
    """
    check_counts(a, b, c, d)
    beyond = tail(confidence)
    table = margins(a, b, c, d)
    observed, whole = table.ways[a - table.lowest], sum(table.ways)
    p = float(Fraction(sum(ways for ways in table.ways if ways <= observed * SAME), whole))
    return Fisher(
        p=p,
        mid_p=half_counted(p, float(Fraction(observed, whole))),
        odds_ratio=_odds_ratio(table, beyond),
        chi_square_p=_chi_square_p(a, b, c, d),
    )


def _odds_ratio(table: Margins, beyond: float) -> Estimate:
    at_floor, at_ceiling = table.observed == table.lowest, table.observed == table.highest
    low = 0.0 if at_floor else math.exp(solve(table.at_least, beyond))
    high = math.inf if at_ceiling else math.exp(solve(lambda odds: -table.at_most(odds), -beyond))
    if at_floor and at_ceiling:
        return Estimate(None, Interval(low, high))
    if at_floor or at_ceiling:
        return Estimate(0.0 if at_floor else math.inf, Interval(low, high))
    return Estimate(math.exp(solve(table.mean, table.observed)), Interval(low, high))


def _chi_square_p(a: int, b: int, c: int, d: int) -> float | None:
    product = (a + b) * (c + d) * (a + c) * (b + d)
    if not product:
        return None
    return chi_square_tail((a + b + c + d) * (a * d - b * c) ** 2 / product)
