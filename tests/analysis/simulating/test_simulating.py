"""Rounds drawn by chance: the same seed the same round, no effect seldom met, the promised one mostly."""

from decimal import Decimal
from random import Random

import pytest

from stillads.analysis.measures import Given, compute
from stillads.analysis.simulating import (
    Assumed,
    CannotSimulate,
    Effect,
    Layout,
    NotAssumed,
    Shares,
    Tally,
    assumed_of,
    drawn,
    of_trial,
    simulate,
)
from stillads.playbooks.format.measures import Assumed as Said
from stillads.playbooks.format.measures import Criterion, Measure

CALLS = Measure(
    key="calls", title="Opkald", perspective="economy", instrument="calls", how="count", unit="opkald",
    assumed=Said(level=Decimal(8)),
)  # fmt: skip
SHARE = Measure(
    key="avoidable", title="Undgåelige opkald", perspective="citizen", instrument="calls", how="share", unit="%",
    assumed=Said(level=Decimal(60), a_day=Decimal(8)),
)  # fmt: skip
FEWER = Criterion(
    key="fewer", perspective="economy", what="Færre opkald", direction="down", size=Decimal(30), unit="%",
    measure="calls", primary=True,
)  # fmt: skip
LESS = Criterion(
    key="less", perspective="citizen", what="Færre undgåelige", direction="down", size=Decimal(15), unit="%",
    measure="avoidable", primary=True,
)  # fmt: skip


def _tally(criterion: Criterion, measure: Measure) -> Tally:
    return Tally(criterion, measure, assumed_of(measure), Layout())


def _shares(criterion: Criterion, measure: Measure, effect: float, rounds: int) -> Shares:
    tally = _tally(criterion, measure)
    simulate([tally], Effect(effect), rounds=rounds, seed=3)
    return tally.shares()


def _round(measure: Measure, layout: Layout, change: float, seed: int) -> Given:
    return drawn(measure, assumed_of(measure), layout, change, Random(seed))  # noqa: S311  (chance, no secret)


def test_the_same_seed_gives_the_same_round() -> None:
    once, again, other = (_round(CALLS, Layout(), 0.0, seed) for seed in (7, 7, 8))
    assert once == again != other


def test_a_round_is_as_long_and_as_busy_as_it_was_said_to_be() -> None:
    layout = Layout(sites=40, baseline=28, days=70)
    result = compute(_round(CALLS, layout, -4.0, 1))
    before, after = result.whole.before, result.whole.whole
    assert before is not None and before.per_day is not None and after.per_day is not None
    assert (before.site_days, after.site_days) == (40 * 28, 40 * 70)
    assert 7.2 < before.per_day < 8.8
    assert 3.6 < after.per_day < 4.4


@pytest.mark.parametrize(("criterion", "measure"), [(FEWER, CALLS), (LESS, SHARE)])
def test_without_effect_it_is_seldom_met_and_with_it_mostly(criterion: Criterion, measure: Measure) -> None:
    none, promised = _shares(criterion, measure, 0, 60), _shares(criterion, measure, 1, 40)
    other_way = _shares(criterion, measure, -1, 20)
    assert none.verdicts["met"] <= 0.05
    assert promised.verdicts["met"] >= 0.8
    assert other_way.verdicts["wrong_way"] >= 0.8
    assert none.naive > 0.25  # a naive reading calls about half of the empty trials a success
    assert sum(none.verdicts.values()) == pytest.approx(1)


def test_a_trial_is_what_its_primary_criterion_is_unless_a_guardrail_broke() -> None:
    guard = FEWER.model_copy(update={"primary": False, "guardrail": True})
    assert of_trial([(FEWER, "met"), (guard, "met")]) == "met"
    assert of_trial([(FEWER, "met"), (guard, "wrong_way")]) == "wrong_way"
    assert of_trial([(FEWER, "cannot_tell"), (guard, "cannot_tell")]) == "cannot_tell"
    assert of_trial([(guard, "met")]) == ""
    assert simulate([_tally(guard, CALLS)], Effect(), rounds=2, seed=1) == {}


@pytest.mark.parametrize(
    ("how", "more"),
    [
        ("rate", {"per": {"kind": "citizens", "times": 1}}),
        ("mean", {"field": "minutes"}),
        ("median", {"field": "minutes"}),
        ("lead_time", {"start": "asked_on", "stop": "met_on"}),
        ("answered", {}),
        ("score", {"field": "who5"}),
    ],
)
def test_each_kind_moves_the_way_it_is_moved(how: str, more: dict[str, object]) -> None:
    measure = Measure.model_validate(
        {"key": "m", "title": "M", "perspective": "citizen", "instrument": "i", "how": how, "unit": "x",
         "assumed": {"level": 20, "a_day": 5, "spread": 4}, **more}
    )  # fmt: skip
    result = compute(_round(measure, Layout(sites=6), 8.0, 2))
    before, after = result.whole.before, result.whole.whole
    assert before is not None and before.value is not None and after.value is not None
    assert 17 < before.value < 23
    assert 25 < after.value < 32


def test_different_ones_and_balances_are_not_simulated_and_the_unassumed_is_told() -> None:
    with pytest.raises(CannotSimulate):
        assumed_of(CALLS.model_copy(update={"how": "distinct"}))
    with pytest.raises(NotAssumed):
        assumed_of(CALLS.model_copy(update={"assumed": None}))
    assert assumed_of(SHARE) == Assumed(60.0, 8.0, 30.0)
