"""What becomes of an expectation: each outcome with its reason, and what no shuffling or scaling may change."""

import random
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stillads.analysis.comparison import Expected
from stillads.analysis.judging import Estimated, People, Periods, judge

BEFORE = (62.0, 60.0, 65.0, 61.0, 63.0, 59.0, 64.0, 62.5)
DOWN_20 = Expected("down", Decimal(20), "%")


def _outcome(
    expected: Expected, after: tuple[float, ...], before: tuple[float, ...] = BEFORE
) -> tuple[str, str]:
    found = judge(expected, Periods(before, after), unit="%")
    return found.outcome, found.why


def _around(level: float, *, many: int = 14) -> tuple[float, ...]:
    return tuple(level + ((-1) ** n) * n / 4 for n in range(many))


@pytest.mark.parametrize(
    ("level", "outcome"),
    [(41, "met"), (58, "not_met"), (70, "wrong_way"), (62, "not_met")],
)
def test_where_it_lands_decides(level: float, outcome: str) -> None:
    assert _outcome(DOWN_20, _around(level)) == (outcome, "")


def test_better_by_chance_alone_cannot_be_told() -> None:
    wide = (30.0, 80.0, 41.0, 70.0, 35.0, 64.0)
    assert _outcome(DOWN_20, wide) == ("cannot_tell", "")


def test_two_weeks_against_two_can_never_tell() -> None:
    """Six orders are possible: an interval that holds 95 % is not to be had."""
    assert _outcome(DOWN_20, (10.0, 11.0), (60.0, 61.0)) == ("cannot_tell", "too_few_periods")
    assert judge(DOWN_20, Periods((60.0, 61.0), _around(20)), unit="%").outcome == "met"


def test_without_a_before_a_level_is_held_against_what_was_promised() -> None:
    up_80 = Expected("up", Decimal(80), "%")
    assert judge(up_80, People(None, (97, 100)), unit="%").outcome == "met"
    assert judge(up_80, People(None, (60, 100)), unit="%").outcome == "not_met"
    assert judge(up_80, People(None, (8, 10)), unit="%").outcome == "cannot_tell"
    found = judge(Expected("up", None, "%"), People(None, (97, 100)), unit="%")
    assert (found.outcome, found.why, found.rule) == ("cannot_tell", "no_before", "level-people-1")


def test_few_people_cannot_tell_what_many_can() -> None:
    up_20 = Expected("up", Decimal(20), "%")
    few = judge(up_20, People((5, 10), (7, 10)), unit="%")
    many = judge(up_20, People((50, 100), (70, 100)), unit="%")
    assert (few.outcome, many.outcome, many.rule) == ("cannot_tell", "met", "people-shares-1")


def test_one_person_s_estimate_is_an_estimate() -> None:
    found = judge(DOWN_20, Estimated(), unit="%")
    assert (found.outcome, found.why) == ("cannot_tell", "estimate")


def test_nothing_measured_cannot_be_told() -> None:
    assert judge(DOWN_20, Periods(BEFORE, ()), unit="%").why == "no_figure"
    assert judge(DOWN_20, People((1, 2), (0, 0)), unit="%").why == "no_figure"


def test_a_promise_in_per_cent_of_something_else_is_relative() -> None:
    found = judge(DOWN_20, Periods((100.0,) * 4 + (101.0,) * 4, _around(75)), unit="opkald")
    assert (found.outcome, found.relative) == ("met", True)
    assert found.moved is not None and -30 < found.moved.value < -20
    nought = judge(DOWN_20, Periods((0.0,) * 8, _around(5)), unit="opkald")
    assert (nought.outcome, nought.why) == ("cannot_tell", "before_is_nought")


def test_another_unit_cannot_be_compared() -> None:
    assert judge(Expected("down", Decimal(2), "timer"), Periods(BEFORE, BEFORE), unit="%").why == "units"


def test_a_guardrail_holds_only_where_more_worsening_can_be_ruled_out() -> None:
    guard = Expected("not_worse", Decimal(5), "%", worse="up")
    assert _outcome(guard, _around(62)) == ("met", "")
    assert _outcome(guard, _around(80)) == ("wrong_way", "")
    assert _outcome(guard, (50.0, 90.0, 61.0, 75.0)) == ("cannot_tell", "")


def test_unchanged_needs_a_margin() -> None:
    assert _outcome(Expected("unchanged", None, "%"), _around(62)) == ("cannot_tell", "no_margin")
    assert _outcome(Expected("unchanged", Decimal(5), "%"), _around(62)) == ("met", "")
    assert _outcome(Expected("unchanged", Decimal(5), "%"), _around(80)) == ("not_met", "")


def test_only_a_direction_was_promised() -> None:
    down = Expected("down", None, "")
    assert (_outcome(down, _around(41)), _outcome(down, _around(80))) == (("met", ""), ("wrong_way", ""))
    assert _outcome(down, (5.0,) * 8, (5.0,) * 8) == ("not_met", "")


def test_each_look_may_be_wrong_only_its_part() -> None:
    after = (57.0, 61.0, 57.5, 60.5, 58.0, 60.0)
    once = judge(Expected("down", None, "%"), Periods(BEFORE, after), unit="%")
    often = judge(Expected("down", None, "%"), Periods(BEFORE, after), unit="%", looks=4)
    assert (once.confidence, often.confidence) == (0.95, 0.9875)
    assert once.moved is not None and often.moved is not None
    assert often.moved.low <= once.moved.low and once.moved.high <= often.moved.high
    with pytest.raises(ValueError, match="one to 4"):
        judge(DOWN_20, Periods(BEFORE, after), unit="%", looks=5)


# How fast the machine draws is no property of the rule.
_CALM = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
_values = st.lists(st.integers(-500, 500), min_size=1, max_size=12)


@_CALM
@given(_values, _values, st.integers(0, 99), st.sampled_from([2, 5, 10]))
def test_order_and_scale_change_nothing(before: list[int], after: list[int], seed: int, scale: int) -> None:
    expected = Expected("down", Decimal(30), "kald")
    plain = judge(expected, Periods(tuple(map(float, before)), tuple(map(float, after))), unit="kald")
    chance = random.Random(seed)  # noqa: S311  (an order, no secret)
    chance.shuffle(before)
    chance.shuffle(after)
    scaled = judge(
        Expected("down", Decimal(30 * scale), "kald"),
        Periods(tuple(float(n * scale) for n in before), tuple(float(n * scale) for n in after)),
        unit="kald",
    )
    assert (plain.outcome, plain.why) == (scaled.outcome, scaled.why)


@_CALM
@given(_values, _values)
def test_met_means_that_half_of_it_was_seen_where_the_interval_is_even(
    before: list[int], after: list[int]
) -> None:
    """And it never contradicts the direction of what was seen."""
    found = judge(
        Expected("up", Decimal(20), "kald"),
        Periods(tuple(map(float, before)), tuple(map(float, after))),
        unit="kald",
    )
    if found.outcome == "met":
        assert found.moved is not None and found.moved.low > 0 and found.moved.high >= 20
    if found.outcome == "wrong_way":
        assert found.moved is not None and found.moved.value < 0
