"""Intervals and tests against published examples and figures that can be worked by hand."""

import math
from itertools import product

import pytest

from stillads.analysis.smallsample import (
    CannotEstimate,
    binomial_p,
    clopper_pearson,
    fisher,
    mann_whitney,
    mcnemar,
    newcombe,
    newcombe_paired,
    paired_t,
    poisson_rate,
    rate_ratio,
    signed_ranks,
    welch_t,
    wilson,
)


def test_newcombe_as_in_his_papers() -> None:
    """56 of 70 against 48 of 80: 0.2 (0.0524 to 0.3339), Stat Med 1998;17:873-90, table II."""
    found = newcombe((48, 80), (56, 70))
    assert found.value == pytest.approx(0.2)
    assert found.interval.low == pytest.approx(0.0524, abs=5e-5)
    assert found.interval.high == pytest.approx(0.3339, abs=5e-5)


def test_pairs_that_do_not_hang_together_are_two_groups() -> None:
    """With no correlation, and where it is corrected away, the paired interval is the unpaired one."""
    paired, apart = newcombe_paired(5, 5, 5, 5), newcombe((10, 20), (10, 20))
    assert (paired.interval.low, paired.interval.high) == pytest.approx(
        (apart.interval.low, apart.interval.high)
    )
    together = newcombe_paired(9, 1, 1, 9)
    assert together.interval.high < apart.interval.high


def test_fishers_tea() -> None:
    """Three of four cups told apart: p = 0.4857; the odds ratio 6.408 (R: 0.2117 to 621.9, within its root finder)."""
    found = fisher(3, 1, 1, 3)
    assert found.p == pytest.approx(34 / 70)
    assert found.mid_p == pytest.approx(26 / 70)
    assert found.odds_ratio.value == pytest.approx(6.408309, rel=1e-4)
    assert found.odds_ratio.interval.low == pytest.approx(0.2117, rel=1e-2)
    assert found.odds_ratio.interval.high == pytest.approx(621.9, rel=1e-2)
    assert found.chi_square_p == pytest.approx(math.erfc(1))


def test_an_empty_row_or_column_says_nothing() -> None:
    for table in ((0, 8, 0, 8), (0, 0, 3, 4), (0, 0, 0, 0)):
        found = fisher(*table)
        assert (found.p, found.mid_p, found.odds_ratio.value, found.chi_square_p) == (1, 1, None, None)
        assert (found.odds_ratio.interval.low, found.odds_ratio.interval.high) == (0, math.inf)


def test_none_and_all() -> None:
    assert clopper_pearson(0, 20).interval.high == pytest.approx(1 - 0.025 ** (1 / 20))
    assert clopper_pearson(20, 20).interval.low == pytest.approx(0.025 ** (1 / 20))
    for method in (clopper_pearson, wilson):
        assert (method(0, 0).value, method(0, 0).interval.low, method(0, 0).interval.high) == (None, 0, 1)
        assert (method(0, 7).interval.low, method(7, 7).interval.high) == (0, 1)


@pytest.mark.parametrize("trials", [1, 5, 20])
def test_the_exact_interval_holds_what_it_promises(trials: int) -> None:
    """Whatever the true share, at least 95 % of samples have it in their interval."""
    intervals = [clopper_pearson(successes, trials).interval for successes in range(trials + 1)]
    for share in (step / 50 for step in range(1, 50)):
        held = sum(
            math.comb(trials, k) * share**k * (1 - share) ** (trials - k)
            for k, each in enumerate(intervals)
            if each.low <= share <= each.high
        )
        assert held >= 0.95


@pytest.mark.parametrize(("one", "other"), list(product([0, 1, 4, 9], [0, 2, 9])))
def test_fishers_test_is_no_more_often_wrong_than_it_says(one: int, other: int) -> None:
    """Of the tables with the same margins, those with p at or below this one's have at most that probability."""
    row, yes = 9, one + other
    tables = [(k, row - k, yes - k, row - yes + k) for k in range(max(0, yes - row), min(row, yes) + 1)]
    whole, mine = math.comb(2 * row, yes), fisher(one, row - one, other, row - other).p
    ways = sum(
        math.comb(row, a) * math.comb(row, c) for a, b, c, d in tables if fisher(a, b, c, d).p <= mine + 1e-12
    )
    assert ways / whole <= mine + 1e-12


def test_rates() -> None:
    assert poisson_rate(0, 12).interval.high == pytest.approx(-math.log(0.025) / 12)
    assert (poisson_rate(3, 0).value, poisson_rate(3, 0).interval.high) == (None, math.inf)
    none = rate_ratio((0, 5), (4, 5))
    assert (none.ratio.value, none.ratio.interval.low, none.p) == pytest.approx((0, 0, 2 / 16))
    assert none.mid_p == pytest.approx(2 / 16 - 1 / 32)
    only = rate_ratio((4, 5), (0, 5))
    assert (only.ratio.value, only.ratio.interval.high) == (math.inf, math.inf)
    neither = rate_ratio((0, 5), (0, 5))
    assert (neither.ratio.value, neither.p, neither.mid_p) == (None, 1, 1)
    assert rate_ratio((3, 0), (4, 5)).ratio.value is None


def test_ranks_of_two_groups() -> None:
    apart = mann_whitney([4, 5, 6], [1, 2, 3])
    assert (apart.statistic, apart.p, apart.exact, apart.shift.value) == pytest.approx((9, 2 / 20, True, 3))
    assert (apart.shift.interval.low, apart.shift.interval.high) == (1, 5)
    assert apart.confidence == pytest.approx(0.9)  # three and three are too few for 95 %
    tied = mann_whitney([3, 3, 3], [3, 3])
    assert (tied.p, tied.exact, tied.shift.value) == (1, False, 0)
    assert mann_whitney([1, None, math.nan], [2]).statistic == 0
    many = mann_whitney([float(each) for each in range(60)], [each + 10.5 for each in range(60)])
    assert (many.exact, many.confidence, many.shift.value) == (False, 0.95, -10.5)
    assert many.shift.interval.low < -10.5 < many.shift.interval.high


def test_ranks_of_pairs() -> None:
    rose = signed_ranks([0] * 6, [1, 2, 3, 4, 5, 6])
    assert (rose.statistic, rose.p, rose.exact, rose.shift.value) == pytest.approx((21, 2 / 64, True, 3.5))
    assert (rose.shift.interval.low, rose.shift.interval.high) == (1, 6)
    still = signed_ranks([1, 2, 3], [1, 2, 3])
    assert (still.p, still.exact, still.shift.value) == (1, False, 0)
    half = signed_ranks([1, None, 3], [2, 5, None])
    assert (half.shift.value, half.confidence) == (1, 0)


def test_means() -> None:
    found = welch_t([1, 2, 3], [2, 4, 6])
    assert found.t == pytest.approx(-2 / math.sqrt(5 / 3))
    assert found.freedom == pytest.approx((5 / 3) ** 2 / ((1 / 9 + 16 / 9) / 2))
    pairs = paired_t([1, 2], [2, 5])  # one degree of freedom: Cauchy's distribution
    assert (pairs.difference.value, pairs.t, pairs.freedom) == pytest.approx((2, 2, 1))
    assert pairs.p == pytest.approx(1 - 2 / math.pi * math.atan(2))
    assert pairs.difference.interval.high == pytest.approx(2 + math.tan(math.pi * 0.475))
    same = paired_t([1, 2, 3], [2, 3, 4])
    assert (same.difference.value, same.t, same.p) == (1, None, None)


def test_mcnemar() -> None:
    found = mcnemar(9, 4)
    assert (found.p, found.mid_p) == pytest.approx((0.266845703125, 0.266845703125 - 715 / 2**14))
    assert found.chi_square == pytest.approx(16 / 13)
    assert mcnemar(3, 3).chi_square == 0
    nobody = mcnemar(0, 0)
    assert (nobody.p, nobody.mid_p, nobody.chi_square, nobody.chi_square_p) == (1, 1, None, None)


def test_the_mid_p_of_a_share() -> None:
    assert binomial_p(0, 5) == pytest.approx(1 / 16)
    assert binomial_p(0, 5, mid=True) == pytest.approx(1 / 16 - 1 / 64)
    assert (binomial_p(0, 0), binomial_p(0, 0, mid=True)) == (1, 1)


def test_what_cannot_be_asked_is_refused() -> None:
    for refused in (
        lambda: wilson(5, 4),
        lambda: clopper_pearson(-1, 4),
        lambda: wilson(1, 4, 1.0),
        lambda: binomial_p(1, 2, 1.0),
        lambda: fisher(1, -1, 2, 2),
        lambda: poisson_rate(2, -1),
        lambda: rate_ratio((1, math.nan), (1, 1)),
        lambda: mann_whitney([], [1]),
        lambda: signed_ranks([None], [1]),
        lambda: signed_ranks([1, 2], [1]),
        lambda: welch_t([1], [1, 2]),
        lambda: paired_t([1], [2]),
        lambda: newcombe((1, 2), (3, 2)),
        lambda: mcnemar(-1, 2),
    ):
        with pytest.raises(CannotEstimate):
            refused()
