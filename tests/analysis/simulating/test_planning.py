"""What a round can show, by formula: held against rounds that are drawn."""

from decimal import Decimal

import pytest

from stillads.analysis.simulating import Effect, Layout, Tally, assumed_of, simulate
from stillads.analysis.simulating.planning import plan
from stillads.playbooks.format.measures import Assumed as Said
from stillads.playbooks.format.measures import Criterion, Measure


def _measure(how: str, unit: str, **assumed: object) -> Measure:
    more = {"field": "minutes"} if how in {"mean", "median"} else {}
    return Measure.model_validate(
        {"key": "m", "title": "M", "perspective": "citizen", "instrument": "i", "how": how, "unit": unit,
         "assumed": Said.model_validate(assumed), **more}
    )  # fmt: skip


def _down(size: float, unit: str) -> Criterion:
    return Criterion(
        key="c",
        perspective="citizen",
        what="Færre",
        direction="down",
        size=Decimal(str(round(size, 3))),
        unit=unit,
    )


KINDS = [
    (_measure("count", "opkald", level=6), "%"),
    (_measure("share", "%", level=55, a_day=6), "%"),
    (_measure("mean", "minutter", level=20, a_day=3, spread=8), "minutter"),
]


@pytest.mark.parametrize(("measure", "unit"), KINDS)
def test_the_smallest_change_is_found_about_four_times_in_five(measure: Measure, unit: str) -> None:
    assumed, layout = assumed_of(measure), Layout()
    smallest = plan(_down(1, unit), measure, assumed, layout).smallest
    assert smallest is not None
    tally = Tally(_down(smallest, unit), measure, assumed, layout)
    simulate([tally], Effect(1.0), rounds=100, seed=11)
    assert 0.65 <= tally.shares().verdicts["met"] <= 0.95


@pytest.mark.parametrize(("measure", "unit"), KINDS)
def test_where_it_says_found_the_promised_change_is_met_four_times_in_five(
    measure: Measure, unit: str
) -> None:
    assumed, layout = assumed_of(measure), Layout()
    smallest = plan(_down(1, unit), measure, assumed, layout).smallest or 0.0
    promised = _down(smallest * 1.3, unit)
    assert plan(promised, measure, assumed, layout).says == "found"
    assert plan(_down(smallest * 0.7, unit), measure, assumed, layout).says == "missed"
    tally = Tally(promised, measure, assumed, layout)
    simulate([tally], Effect(1.0), rounds=60, seed=5)
    assert tally.shares().verdicts["met"] >= 0.8


def test_more_places_and_weeks_show_smaller_changes() -> None:
    measure, unit = KINDS[0]
    assumed = assumed_of(measure)
    sizes = [
        plan(_down(10, unit), measure, assumed, layout).smallest or 0.0
        for layout in (Layout(sites=1), Layout(), Layout(sites=9), Layout(sites=9, baseline=112))
    ]
    assert sizes == sorted(sizes, reverse=True)
    assert len(set(sizes)) == 4


def test_without_a_before_or_with_too_few_weeks_it_says_so() -> None:
    measure, unit = KINDS[0]
    assumed = assumed_of(measure)
    assert plan(_down(10, unit), measure, assumed, Layout(baseline=0)).says == "level"
    assert plan(_down(10, unit), measure, assumed, Layout(baseline=14)).says == "too_short"
    assert plan(_down(10, unit), measure, assumed, Layout(days=14)).says == "too_short"
