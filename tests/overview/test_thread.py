"""The thread: every knot from idea to units, oldest first."""

from datetime import date

import pytest
from tests.decisions.conftest import AT, consultant, phase_in, round_
from tests.harness.people import House
from tests.harness.queries import assert_same_query_count

from stillads.decisions.actions.decide import Ruling
from stillads.ideas.actions.submit import submit_idea
from stillads.ideas.models import Idea
from stillads.kernel.rules import NotFound
from stillads.kernel.viewer import Viewer
from stillads.overview.actions.decide import decide_and_follow
from stillads.overview.queries.board import round_board
from stillads.overview.queries.thread import thread_of_trial
from stillads.trials.models import Phase, Prediction, Round

__all__ = ["consultant", "round_"]  # fixtures
pytestmark = pytest.mark.django_db


def _decided(round_: Round, consultant: Viewer, house: House) -> Phase:
    phase = phase_in(round_, "Måltider")
    Prediction.objects.create(phase=phase)
    submit_idea(text="Spis med", source="employee", idempotency_key="i", viewer=consultant, at=AT)
    phase.trial.ideas.add(Idea.objects.get())
    decide_and_follow(
        phase=phase, part=None,
        ruling=Ruling(outcome="spread", wording="Udbredes", spread_to=(house.unit("banebo"),)),
        decided_on=date(2022, 10, 25), idempotency_key="d", viewer=consultant, at=AT,
    )  # fmt: skip
    return phase


def test_the_thread_runs_from_the_idea_to_the_units(round_: Round, consultant: Viewer, house: House) -> None:
    phase = _decided(round_, consultant, house)
    thread = thread_of_trial(phase.trial.public_id, viewer=consultant, today=date(2022, 11, 1))
    assert [step.day for step in thread.steps] == sorted(step.day for step in thread.steps)
    assert {step.kind for step in thread.steps} == {"idea", "trial", "phase", "decision", "spread"}
    assert all(step.done for step in thread.steps)


def test_what_lies_ahead_is_told_as_planned(round_: Round, consultant: Viewer) -> None:
    phase = phase_in(round_, "Måltider", state=Phase.State.DRAFT)
    Prediction.objects.create(phase=phase)
    steps = thread_of_trial(phase.trial.public_id, viewer=consultant, today=date(2022, 4, 1)).steps
    planned = [step.text for step in steps if step.kind == "phase" and not step.done]
    assert planned == ["Fase 1 begynder i runde 2022-2.", "Fase 1 slutter."]


def test_every_knot_is_a_way_to_its_page(round_: Round, consultant: Viewer, house: House) -> None:
    phase = _decided(round_, consultant, house)
    client = house.client("consultant")
    page = client.get(f"/traad/{phase.trial.public_id}/")
    assert page.status_code == 200
    ways = [part.split('"')[0] for part in page.content.decode().split('class="event-what"><a href="')[1:]]
    assert len(ways) == 6
    assert {client.get(way).status_code for way in ways} == {200}


def test_an_unknown_trial_has_no_thread(consultant: Viewer) -> None:
    with pytest.raises(NotFound):
        thread_of_trial("findes-ikke", viewer=consultant, today=date(2022, 11, 1))


def test_the_board_tells_that_a_decision_is_missing(round_: Round, consultant: Viewer) -> None:
    Prediction.objects.create(phase=phase_in(round_, "Måltider", "spread"))
    rows = round_board("2022-2", viewer=consultant).rows
    assert [item.key for item in rows[0].missing if item.page == "decision"] == ["decision"]
    assert rows[0].held_by(consultant)


def test_the_board_costs_the_same_queries_whatever_its_length(house: House, round_: Round) -> None:
    client = house.client("consultant")
    count = iter(range(20))

    def add() -> None:
        for state in (Phase.State.EVALUATED, Phase.State.EVALUATING):
            Prediction.objects.create(phase=phase_in(round_, f"P{next(count)}", "spread", state=state))

    assert_same_query_count(show=lambda: client.get("/runder/2022-2/"), add=add)
