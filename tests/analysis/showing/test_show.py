"""A measure as a page shows it: true in every state, and never more than the figures say."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from tests.harness.measuring import FIRST, START, day, given, measure, site, timeline

from stillads.analysis.comparison import Expected
from stillads.analysis.measures import compute
from stillads.analysis.showing import Around, Shown, show
from stillads.charts.picture import draw, table
from stillads.charts.run_data import RunChart

AROUND = Around(start=START)
YES, NO = {"avoidable": "yes"}, {"avoidable": "no"}
SHARE = measure("share", where={"question": "avoidable", "is": "yes"}, unit="%", direction="down", chart="p")


def _shown(made: Any, rows: list[Any], around: Around = AROUND, **more: Any) -> Shown:
    guardrail = more.pop("guardrail", False)
    return show(compute(given(made, rows, site("a"), site("b"), **more)), around, guardrail=guardrail)


def _weeks(first: Any, weeks: int, yes: int, no: int) -> list[Any]:
    days = [first + timedelta(weeks=week) for week in range(weeks)]
    return [(each, "a", answer) for each in days for answer in [YES] * yes + [NO] * no]


def test_a_share_is_said_of_all_and_not_as_the_mean_of_the_weeks() -> None:
    rows = [*_weeks(FIRST, 4, 1, 1), *_weeks(START, 1, 9, 1), *_weeks(day(8), 1, 0, 30)]
    shown = _shown(SHARE, rows)
    assert shown.sentence.startswith("Andelen faldt fra 50\u202f% til 23\u202f%.")
    assert shown.now == "23\u202f% (9 af 40)"
    assert shown.foundation == (
        "Det bygger på 48 registreringer, heraf 8 fra før dag 1. "
        "Sammenlignet med tiden før dag 1: 50\u202f% (4 af 8), 16. marts – 12. april 2026."
    )


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([], "Der er ingen tal i 14 uger."),
        (_weeks(START, 1, 1, 1), "Der er kun ét tal indtil nu: 50\u202f%."),
        (_weeks(START, 3, 1, 1), "Tallet er det samme i alle tre uger: 50\u202f%."),
    ],
)
def test_nothing_and_one_point_are_true_and_drawn_without_nan(rows: list[Any], sentence: str) -> None:
    shown = _shown(SHARE, rows)
    assert shown.sentence == sentence
    assert (shown.chart is None) == (not rows)
    assert shown.any == bool(rows)
    for chart in (shown.chart, shown.sites):
        if chart is not None:
            assert "nan" not in draw(chart).lower()
            assert table(chart).rows


def test_a_half_week_is_no_missing_week_and_does_not_count_in_a_count() -> None:
    made = given(
        measure("count", chart="c"), _weeks(START, 2, 2, 0), site("a"), timeline=timeline(until=day(10))
    )
    shown = show(compute(made), AROUND)
    assert isinstance(shown.chart, RunChart)
    assert [point.excluded for point in shown.chart.points][-2:] == [False, True]


def test_anonymous_answers_of_too_few_are_not_shown_with_anything() -> None:
    rows = [(START, "a", {"score": 50}) for _each in range(3)]
    shown = _shown(measure("mean", field="score"), rows, fewest=5)
    assert shown.sentence == "Svarene er anonyme, og så få har svaret, at de ikke vises."
    assert (shown.chart, shown.sites, shown.now, shown.foundation) == (None, None, "", "")


def test_a_guardrail_is_crossed_only_where_it_is_known_to_be_worse() -> None:
    around = Around(start=START, expected=Expected("not_worse", Decimal(10), "%", "up"))
    worse = _weeks(FIRST, 4, 1, 9) + _weeks(START, 4, 5, 5)
    assert _shown(SHARE, worse, around, guardrail=True).crossed
    assert not _shown(SHARE, worse, around).crossed
    assert not _shown(SHARE, _weeks(START, 4, 5, 5), around, guardrail=True).crossed
    assert not _shown(SHARE, _weeks(FIRST, 4, 5, 5) + _weeks(START, 4, 5, 5), around, guardrail=True).crossed


def test_before_the_verdict_it_never_says_met() -> None:
    around = Around(start=START, expected=Expected("down", Decimal(10), "%"))
    shown = _shown(SHARE, _weeks(FIRST, 4, 9, 1) + _weeks(START, 10, 1, 9), around)
    assert shown.progress == "Forudsagt: falder med 10\u202f%. Indtil nu: −80 procentpoint."


def test_only_figures_from_before_are_said_as_that() -> None:
    made = measure("mean", field="minutes", period="phase", chart="bars", unit="minutter")
    shown = _shown(made, [(FIRST, "a", {"minutes": 8})])
    assert shown.sentence == "Gennemsnittet var 8 minutter før dag 1. Der er ingen tal siden."
    assert shown.foundation.startswith("Det bygger på 1 registrering, heraf 1 fra før dag 1.")
