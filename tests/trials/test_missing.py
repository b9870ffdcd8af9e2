"""What is missing and who has the ball: each rule alone, and the board of a round."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.harness.queries import assert_same_query_count
from tests.trials.conftest import BEFORE, END, START, Bench

from stillads.organisation.policy import CONSULTANT
from stillads.trials.missing import Holder, PhaseFacts, ball, missing
from stillads.trials.queries.board import board, sorted_rows
from stillads.trials.queries.trial_page import trial_page
from stillads.trials.queries.trials import trials_list

LEAD = Holder("Karen Holm", 7)
WHOLE = PhaseFacts(
    state="ready",
    start=START,
    end=END,
    evaluation_date=date(2026, 8, 18),
    created=BEFORE.date(),
    lead=LEAD,
    has_question=True,
    sites=1,
    locked=True,
    without_prediction=False,
    prediction_lacks=0,
    exemption="not_needed",
    last_log=None,
)
TODAY = BEFORE.date()


def test_where_all_is_there_nobody_has_the_ball() -> None:
    assert missing(WHOLE, TODAY) == []
    assert ball([]) is None


@pytest.mark.parametrize(
    ("changes", "today", "key", "due"),
    [
        ({"lead": None}, TODAY, "lead", TODAY),
        ({"has_question": False}, TODAY, "question", START - timedelta(days=1)),
        ({"sites": 0}, TODAY, "sites", START - timedelta(days=1)),
        ({"state": "draft", "locked": False}, TODAY, "prediction", START - timedelta(days=1)),
        ({"state": "draft", "locked": False}, START, "prediction", START - timedelta(days=1)),
        ({"exemption": "unknown"}, TODAY, "exemption", START - timedelta(days=1)),
        ({"state": "running"}, START + timedelta(days=21), "log", START + timedelta(days=21)),
        ({"state": "evaluating", "unmeasured": ("Opkald",)}, END, "figure", date(2026, 8, 18)),
    ],
)
def test_each_rule_finds_what_it_looks_for(
    changes: dict[str, object], today: date, key: str, due: date
) -> None:
    (item,) = missing(replace(WHOLE, **changes), today)  # type: ignore[arg-type]
    assert (item.key, item.due) == (key, due)
    assert item.text.endswith(".")


def test_without_a_lead_the_consultant_has_the_ball() -> None:
    items = missing(replace(WHOLE, lead=None, sites=0), TODAY)
    assert {item.who.role for item in items} == {CONSULTANT}


@pytest.mark.django_db
def test_the_board_shows_the_readers_own_rows_first(bench: Bench) -> None:
    bench.locked(bench.trial("A"))
    bench.phase(bench.trial("B"))
    lead = bench.house.viewer_of(bench.lead, on=TODAY)
    shown = board("2026-1", viewer=lead, today=TODAY)
    assert [row.phase.trial_title for row in shown.rows] == ["A", "B"]
    assert [row.held_by(lead) for row in shown.rows] == [
        True,
        True,
    ]  # exemption and question are open in both
    other = bench.trial("C")
    other.lead = None
    other.save()
    bench.phase(other)
    rows = sorted_rows(board("2026-1", viewer=bench.viewer, today=TODAY).rows, "ball", bench.viewer)
    assert rows[0].phase.trial_title == "C"
    assert rows[0].ball is not None
    assert rows[0].ball.key == "lead"


@pytest.mark.django_db
def test_board_and_lists_cost_the_same_for_one_and_for_three(bench: Bench) -> None:
    numbers = iter(range(99))

    def add() -> None:
        bench.locked(bench.trial(f"Prøve {next(numbers)}"))

    assert_same_query_count(show=lambda: board("2026-1", viewer=bench.viewer, today=TODAY), add=add)
    assert_same_query_count(show=lambda: trials_list(viewer=bench.viewer, today=TODAY), add=add)


@pytest.mark.django_db
def test_a_trial_page_costs_the_same_for_one_and_for_three_phases(bench: Bench) -> None:
    from stillads.trials.actions.phases import plan_phase
    from stillads.trials.actions.rounds import create_round

    trial, years = bench.trial(), iter(range(2027, 2099))

    def add() -> None:
        year = next(years)
        create_round(
            key=f"{year}-1", title="En runde", start=date(year, 2, 1), viewer=bench.viewer, at=BEFORE
        )
        plan_phase(trial=trial.pk, round_=f"{year}-1", viewer=bench.viewer, at=BEFORE)

    assert_same_query_count(show=lambda: trial_page(trial.pk, viewer=bench.viewer, today=TODAY), add=add)
