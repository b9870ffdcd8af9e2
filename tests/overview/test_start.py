"""The start page: what needs me, and nothing that does not."""

from datetime import date, datetime

import pytest
from tests.conftest import Freeze
from tests.decisions.conftest import phase_in
from tests.harness.people import House
from tests.harness.queries import assert_same_query_count

from stillads.decisions.actions.committee import draft_item
from stillads.evaluation.models import Evaluation, EvaluationTransition
from stillads.ideas.actions.submit import submit_idea
from stillads.kernel.clock import COPENHAGEN
from stillads.kernel.viewer import Viewer, system_viewer
from stillads.organisation.models import Unit
from stillads.overview.queries.today import today_page
from stillads.trials.models import Milestone, Phase, PhaseSite, Prediction, Round

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


@pytest.mark.parametrize(("count", "folded"), [(13, 0), (14, 2)])
def test_of_many_tasks_the_most_urgent_stand_open_and_the_others_behind_one_line(
    house: House, round_: Round, count: int, folded: int
) -> None:
    rounds = [
        Milestone.objects.create(round=round_, title=f"Milepæl {n}", day=date(2022, 6, 1 + n))
        for n in range(count)
    ]
    page = house.client("consultant").get("/").content.decode()
    asked = len(today_page(house.viewer("consultant"), NOW.date()).tasks)
    assert (asked, page.count('class="task"')) == (count, count)
    assert page.count("<details") == (folded > 0) == page.count(f"Vis {folded} mere, der venter på dig")
    opened = page[: page.index("<details")] if folded else page
    assert [row.title in opened for row in rounds] == [True] * (count - folded) + [False] * folded


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


def _handed_in(round_: Round, title: str, unit: Unit, by: str = "somebody") -> Phase:
    phase = phase_in(round_, title, state=Phase.State.EVALUATING)
    PhaseSite.objects.create(phase=phase, unit=unit, valid_from=round_.start)
    Evaluation.objects.filter(phase=phase).update(state=Evaluation.State.IN_REVIEW)
    EvaluationTransition.objects.create(
        evaluation=phase.evaluation, from_state="draft", to_state="in_review", by=by, actor=by, at=NOW
    )
    return phase


def _to_read(viewer: Viewer) -> list[str]:
    return [task.about for task in today_page(viewer, NOW.date()).tasks if task.place == "evaluation"]


def test_whoever_may_approve_an_evaluation_is_asked_to_read_it(house: House, round_: Round) -> None:
    consultant = house.viewer("consultant")
    _handed_in(round_, "Måltider", house.unit("toftegaarden"))
    _handed_in(round_, "Fald", house.unit("banebo"), by=consultant.actor)
    assert _to_read(house.viewer("manager", "toftegaarden")) == ["Måltider"]
    assert _to_read(house.viewer("manager", "banebo")) == ["Fald"]
    assert _to_read(consultant) == ["Måltider"]  # not what the consultant handed in
    assert _to_read(house.viewer("employee", "toftegaarden")) == []
    assert _to_read(house.viewer("director")) == []


def test_the_lead_is_told_that_the_reader_asks_for_changes(house: House, round_: Round) -> None:
    lead = house.person("trial_lead")
    phase = _handed_in(round_, "Måltider", house.unit("toftegaarden"))
    phase.trial.lead = lead
    phase.trial.save()
    assert _to_read(house.viewer_of(lead)) == []
    Evaluation.objects.update(state=Evaluation.State.CHANGES_ASKED)
    texts = [task.text for task in today_page(house.viewer_of(lead), NOW.date()).tasks]
    assert "Ret evalueringen, som læseren beder om, og aflever den igen." in texts


def test_evaluations_to_read_cost_the_same_queries_however_many(house: House, round_: Round) -> None:
    client, unit = house.client("manager", "toftegaarden"), house.unit("toftegaarden")
    count = iter(range(9))
    assert_same_query_count(
        show=lambda: client.get("/"), add=lambda: _handed_in(round_, f"Prøvehandling {next(count)}", unit)
    )


def test_item_and_decisions_need_director_and_consultant(house: House, round_: Round) -> None:
    Round.objects.update(state=Round.State.MEETING, committee_meeting=date(2022, 10, 25))
    phase_in(round_, "Måltider")
    phase_in(round_, "Fald")
    consultant, director = house.viewer("consultant"), house.viewer("director")
    before, after = date(2022, 10, 20), date(2022, 10, 25)

    def asked(viewer: Viewer, on: date) -> list[str]:
        tasks = today_page(viewer, on).tasks
        return [task.text for task in tasks if "sag" in task.text or "besluttet" in task.text]

    assert asked(consultant, before) == ["Lav udkast til sagen til udvalget."]
    assert asked(director, before) == []
    item = draft_item(
        round_=round_, title="Prøvehandlinger", type_="decision", committee="Udvalget", meeting_on=after,
        idempotency_key="i", viewer=consultant, at=NOW,
    )  # fmt: skip
    assert asked(consultant, before) == ["Gør sagen til udvalget færdig, og indsend den."]
    assert asked(director, before) == ["Skriv ledelsens indstilling i sagen til udvalget."]
    assert house.client("director").get(f"/beslutning/sag/{item.public_id}/").status_code == 200
    assert asked(consultant, after) == [
        "Gør sagen til udvalget færdig, og indsend den.",
        "Skriv ned, hvad der blev besluttet om 2 prøvehandlinger.",
    ]
