"""What holds for any few figures: the interval holds the estimate, widens with confidence, and knows no side."""

import math
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stillads.analysis.smallsample import (
    Estimate,
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

FEW = settings(max_examples=60, deadline=None)
COUNT = st.integers(0, 30)
SHARE = st.integers(0, 40).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
FIGURES = st.lists(st.integers(-50, 50).map(lambda each: each / 4), min_size=2, max_size=12)
PAIRS = st.lists(st.tuples(*[st.integers(-50, 50).map(float)] * 2), min_size=2, max_size=12)
EXPOSURE = st.floats(0.1, 500)
RATE = st.tuples(COUNT, EXPOSURE)
CONFIDENCES = [0.5, 0.8, 0.95, 0.99]


def _holds(make: Callable[[float], Estimate]) -> None:
    """At every confidence: ordered, no NaN, the estimate within, and what is surer is no narrower."""
    narrower: Estimate | None = None
    for confidence in CONFIDENCES:
        found = make(confidence)
        low, high = found.interval.low, found.interval.high
        slack = 1e-9 * max(1.0, abs(low))
        assert low <= high + slack
        if found.value is not None:
            assert low - slack <= found.value <= high + 1e-9 * max(1.0, abs(found.value))
        if narrower is not None:
            assert low <= narrower.interval.low + slack
            assert high >= narrower.interval.high - slack
        narrower = found


@FEW
@given(SHARE, SHARE)
def test_shares(one: tuple[int, int], other: tuple[int, int]) -> None:
    for method in (clopper_pearson, wilson):
        _holds(lambda confidence, method=method: method(*one, confidence))  # type: ignore[misc]
        yes, no = method(*one), method(one[1] - one[0], one[1])
        assert yes.interval.low == pytest.approx(1 - no.interval.high, abs=1e-12)
    _holds(lambda confidence: newcombe(one, other, confidence))
    there, back = newcombe(one, other).interval, newcombe(other, one).interval
    assert (there.low, there.high) == pytest.approx((-back.high, -back.low))
    assert -1 <= there.low <= there.high <= 1


@FEW
@given(COUNT, COUNT, COUNT, COUNT)
def test_shares_of_pairs(both: int, lost: int, gained: int, neither: int) -> None:
    _holds(lambda confidence: newcombe_paired(both, lost, gained, neither, confidence))
    there, back = newcombe_paired(both, lost, gained, neither), newcombe_paired(both, gained, lost, neither)
    assert there.interval.low == pytest.approx(-back.interval.high)
    swapped = newcombe_paired(neither, gained, lost, both)
    assert swapped.interval.low == pytest.approx(-there.interval.high)
    found, mirrored = mcnemar(lost, gained), mcnemar(gained, lost)
    assert found.p == pytest.approx(mirrored.p)
    assert 0 < found.mid_p <= found.p <= 1


@FEW
@given(COUNT, COUNT, COUNT, COUNT)
def test_tables(a: int, b: int, c: int, d: int) -> None:
    _holds(lambda confidence: fisher(a, b, c, d, confidence).odds_ratio)
    found, turned, swapped = fisher(a, b, c, d), fisher(a, c, b, d), fisher(c, d, a, b)
    assert 0 < found.mid_p <= found.p <= 1
    assert found.p == turned.p == swapped.p
    assert found.odds_ratio.value == (
        None if turned.odds_ratio.value is None else pytest.approx(turned.odds_ratio.value, rel=1e-6)
    )
    if found.odds_ratio.value:
        inverse = swapped.odds_ratio.value or 0.0
        assert inverse == pytest.approx(1 / found.odds_ratio.value, rel=1e-6)


@FEW
@given(RATE, RATE)
def test_rates(first: tuple[int, float], second: tuple[int, float]) -> None:
    _holds(lambda confidence: poisson_rate(*first, confidence))
    _holds(lambda confidence: rate_ratio(first, second, confidence).ratio)
    found, swapped = rate_ratio(first, second), rate_ratio(second, first)
    assert found.p == pytest.approx(swapped.p)
    assert 0 < found.mid_p <= found.p <= 1
    if found.ratio.interval.low:
        assert swapped.ratio.interval.high == pytest.approx(1 / found.ratio.interval.low, rel=1e-6)
    longer = poisson_rate(first[0], first[1] * 2)
    assert longer.interval.high == pytest.approx(poisson_rate(*first).interval.high / 2)


@FEW
@given(FIGURES, FIGURES, st.integers(-20, 20), st.randoms(use_true_random=False))
def test_two_groups(ours: list[float], theirs: list[float], moved: int, chance: object) -> None:
    _holds(lambda confidence: mann_whitney(ours, theirs, confidence).shift)
    _holds(lambda confidence: welch_t(ours, theirs, confidence).difference)
    ranks, swapped = mann_whitney(ours, theirs), mann_whitney(theirs, ours)
    assert ranks.p == pytest.approx(swapped.p)
    assert 0 < ranks.p <= 1
    assert ranks.statistic + swapped.statistic == len(ours) * len(theirs)
    assert (ranks.shift.interval.low, ranks.shift.value) == (
        -swapped.shift.interval.high,
        -(swapped.shift.value or 0),
    )
    shifted = mann_whitney([each + moved for each in ours], theirs)
    assert shifted.shift.value == (ranks.shift.value or 0) + moved
    doubled = mann_whitney([each * 2 for each in ours], [each * 2 for each in theirs])
    assert (doubled.p, doubled.shift.interval.high) == (ranks.p, ranks.shift.interval.high * 2)
    chance.shuffle(mixed := [*ours, None])  # type: ignore[attr-defined]
    assert mann_whitney(mixed, theirs) == ranks
    t, back = welch_t(ours, theirs), welch_t(theirs, ours)
    assert t.difference.interval.low == pytest.approx(-back.difference.interval.high)


@FEW
@given(PAIRS, st.integers(-20, 20))
def test_pairs(rows: list[tuple[float, float]], moved: int) -> None:
    before, after = [one for one, _ in rows], [other for _, other in rows]
    _holds(lambda confidence: signed_ranks(before, after, confidence).shift)
    _holds(lambda confidence: paired_t(before, after, confidence).difference)
    ranks, swapped = signed_ranks(before, after), signed_ranks(after, before)
    assert ranks.p == pytest.approx(swapped.p)
    assert ranks.shift.interval.low == -swapped.shift.interval.high
    both = signed_ranks([each + moved for each in before], [each + moved for each in after])
    assert both == ranks
    assert signed_ranks([*before, None], [*after, 4.0]) == ranks
    assert signed_ranks(before[::-1], after[::-1]) == ranks
    t = paired_t(before, after)
    assert t.p is None or 0 <= t.p <= 1
    assert not math.isnan(t.difference.interval.low)
