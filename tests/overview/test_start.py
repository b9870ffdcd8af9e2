"""The start page: what needs me, and nothing that does not."""

from datetime import date, datetime

import pytest
from tests.conftest import Freeze
from tests.decisions.conftest import phase_in
from tests.harness.people import House
from tests.harness.queries import assert_same_query_count

from stillads.ideas.actions.submit import submit_idea
from stillads.kernel.clock import COPENHAGEN
from stillads.kernel.viewer import system_viewer
from stillads.overview.queries.today import today_page
from stillads.trials.models import Phase, PhaseSite, Prediction, Round

pytestmark = pytest.mark.django_db
NOW = datetime(2022, 6, 1, 9, tzinfo=COPENHAGEN)


@pytest.fixture
def round_(freeze: Freeze) -> Round:
    freeze(NOW)
    return Round.objects.create(
        key="2022-2", title="Anden runde", start=date(2022, 4, 26), end=date(2022, 8, 23),
        evaluation_deadline=date(2022, 9, 6), welfare_meeting=date(2022, 10, 5), state=Round.State.OPEN,
    )  # fmt: skip


def _running(round_: Round, title: str) -> Phase:
    phase = phase_in(round_, title, state=Phase.State.RUNNING)
    Prediction.objects.create(phase=phase, locked_at=NOW)
    return phase


def test_with_nothing_to_do_the_page_says_so_and_what_comes_next(house: House, round_: Round) -> None:
    page = house.client("employee").get("/").content.decode()
    assert "Ingen mangler noget fra dig." in page
    assert "Næste: sidste dag i runde 2022-2, 23. august 2022." in page


def test_a_new_idea_needs_the_consultant_and_nobody_else(house: House, round_: Round) -> None:
    submit_idea(
        text="En bænk halvvejs", source="citizen", idempotency_key="x", viewer=system_viewer("t"), at=NOW
    )
    asked = {
        role: [task.place for task in today_page(house.viewer(role), NOW.date()).tasks]
        for role in ("consultant", "manager", "employee")
    }
    assert asked == {"consultant": ["ideas"], "manager": [], "employee": []}


def test_what_a_trial_misses_stands_with_its_lead(house: House, round_: Round) -> None:
    lead, other = house.person("trial_lead"), house.person("trial_lead")
    phase = _running(round_, "Måltider")
    phase.trial.lead = lead
    phase.trial.save()
    mine = today_page(house.viewer_of(lead), NOW.date()).tasks
    assert [(task.place, task.about) for task in mine] == [
        ("trial:sites", "Måltider"),
        ("trial:log", "Måltider"),
    ]
    assert today_page(house.viewer_of(other), NOW.date()).tasks == []


def test_only_what_runs_in_my_units_runs_here(house: House, round_: Round) -> None:
    phase = _running(round_, "Måltider")
    PhaseSite.objects.create(phase=phase, unit=house.unit("toftegaarden"), valid_from=round_.start)
    house.unit("banebo")
    seen = {
        unit: [row.trial_title for row in today_page(house.viewer("employee", unit), NOW.date()).here]
        for unit in ("toftegaarden", "banebo", "kommunen")
    }
    assert seen == {"toftegaarden": ["Måltider"], "banebo": [], "kommunen": ["Måltider"]}


def test_the_start_page_costs_the_same_queries_whatever_there_is(house: House, round_: Round) -> None:
    client = house.client("consultant")
    count = iter(range(9))
    assert_same_query_count(
        show=lambda: client.get("/"), add=lambda: _running(round_, f"Prøvehandling {next(count)}")
    )


@pytest.mark.parametrize(
    "role", ["consultant", "trial_lead", "manager", "employee", "director", "council", "committee"]
)
def test_every_role_has_a_start_page(house: House, round_: Round, role: str) -> None:
    _running(round_, "Måltider")
    assert house.client(role).get("/").status_code == 200
