"""Rounds, their board and their calendar, as pages."""

from datetime import date

import pytest
from django.urls import reverse
from tests.conftest import Freeze
from tests.harness.queries import assert_same_query_count
from tests.trials.conftest import BEFORE, START, Bench

from stillads.organisation.policy import CONSULTANT, EMPLOYEE
from stillads.trials.actions.rounds import create_round
from stillads.trials.models import Milestone, Round

pytestmark = pytest.mark.django_db
BOARD = "/runder/2026-1/"


@pytest.fixture(autouse=True)
def _clock(freeze: Freeze) -> None:
    freeze(BEFORE)


def _dates(**changes: str) -> dict[str, str]:
    days = {"start": "2026-04-20", "end": "2026-07-28", "evaluation_deadline": "2026-08-25", "reason": ""}
    return {**days, **changes}


@pytest.mark.parametrize("name", ["plan", "move", "rename", "milestone_new"])
def test_every_page_of_a_round_is_shown_to_a_consultant(bench: Bench, name: str) -> None:
    bench.locked()
    assert bench.house.client(CONSULTANT).get(reverse(f"rounds:{name}", args=["2026-1"])).status_code == 200


def test_the_board_answers_first_and_has_a_row_for_each_trial(bench: Bench) -> None:
    bench.phase(bench.trial("Ro om natten"))
    text = bench.house.client_of(bench.lead).get(BOARD).content.decode()
    assert "Dag 1 er 13. april 2026 (uge 16), om 42 dage." in text
    assert "alle hos dig" in text
    assert "Ro om natten" in text
    assert "sommerferie" in bench.house.client(CONSULTANT).get(BOARD).content.decode()


def test_the_calendar_warns_of_what_is_ahead_and_of_nothing_else(bench: Bench, freeze: Freeze) -> None:
    client = bench.house.client(CONSULTANT)
    assert "sommerferie" in client.get(BOARD).content.decode()
    freeze(BEFORE.replace(month=7, day=27))  # the week after week 30
    assert "sommerferie" not in client.get(BOARD).content.decode()
    Round.objects.update(end=date(2026, 7, 26))
    assert "sommerferie" not in client.get("/runder/2026-1/plan/").content.decode()


def test_the_wall_shows_the_same_rows_large(bench: Bench) -> None:
    bench.phase(bench.trial("Ro om natten"))
    text = bench.house.client(EMPLOYEE).get(BOARD, {"vis": "vaeg"}).content.decode()
    assert "projector" in text
    assert "hos dig" not in text  # the wall has many readers
    assert "Ro om natten" in text


def test_the_board_is_narrowed_to_where_one_has_the_ball(bench: Bench) -> None:
    bench.phase(bench.trial("Ro om natten"))
    mine = bench.house.client_of(bench.lead).get(BOARD, {"kun": "mine"}).content.decode()
    other = bench.house.client(EMPLOYEE).get(BOARD, {"kun": "mine"}).content.decode()
    assert "Ro om natten" in mine
    assert "Ro om natten" not in other


def test_an_empty_board_says_what_to_do(bench: Bench) -> None:
    assert "ingen prøvehandling i runden endnu" in bench.house.client(EMPLOYEE).get(BOARD).content.decode()


def test_the_board_costs_the_same_for_one_and_for_three(bench: Bench) -> None:
    client, numbers = bench.house.client(CONSULTANT), iter(range(99))

    def show() -> object:
        return client.get(BOARD)

    assert_same_query_count(show=show, add=lambda: bench.locked(bench.trial(f"Prøve {next(numbers)}")))


def test_the_list_costs_the_same_for_one_and_for_three(bench: Bench) -> None:
    client, years = bench.house.client(CONSULTANT), iter(range(2030, 2099))

    def add() -> None:
        key = f"{next(years)}-1"
        create_round(key=key, title="En", start=START, viewer=bench.viewer, at=BEFORE)

    def show() -> object:
        return client.get(reverse("rounds:list"))

    assert_same_query_count(show=show, add=add)
    assert Round.objects.count() == 4


def test_a_round_is_made_and_a_wrong_number_told_beside_its_field(bench: Bench) -> None:
    client = bench.house.client(CONSULTANT)
    said = {"key": "efterår", "title": "Efteråret", "start": "2026-09-01"}
    wrong = client.post(reverse("rounds:new"), said)
    assert wrong.status_code == 422
    assert "for eksempel 2026-1" in wrong.content.decode()
    done = client.post(reverse("rounds:new"), {**said, "key": "2026-2"})
    assert done["Location"] == reverse("rounds:plan", args=["2026-2"])
    assert Round.objects.get(key="2026-2").end == date(2026, 12, 9)


def test_an_employee_changes_no_round(bench: Bench) -> None:
    client = bench.house.client(EMPLOYEE)
    assert client.get(reverse("rounds:new")).status_code == 403
    assert (
        reverse("rounds:move", args=["2026-1"])
        not in client.get(reverse("rounds:plan", args=["2026-1"])).content.decode()
    )


def test_a_move_is_seen_before_it_is_done(bench: Bench) -> None:
    bench.locked(bench.trial("Ro om natten"))
    client, url = bench.house.client(CONSULTANT), reverse("rounds:move", args=["2026-1"])
    seen = client.post(url, {**_dates(), "se": "1"}).content.decode()
    assert "Ro om natten" in seen
    assert "låst" in seen
    assert Round.objects.get(key="2026-1").start == START
    refused = client.post(url, {**_dates(), "flyt": "1"})
    assert refused.status_code == 422
    done = client.post(url, {**_dates(reason="Påsken"), "flyt": "1"})
    assert done.status_code == 302
    assert Round.objects.get(key="2026-1").start == date(2026, 4, 20)
    assert "Påsken" in client.get(reverse("rounds:plan", args=["2026-1"])).content.decode()


def test_the_later_days_go_along_and_stand_in_the_boxes(bench: Bench) -> None:
    client, url = bench.house.client(CONSULTANT), reverse("rounds:move", args=["2026-1"])
    client.post(reverse("rounds:milestone_new", args=["2026-1"]), {"title": "Plakater", "day": "2026-06-10"})
    moved = {**_dates(), "evaluation_deadline": bench.round.evaluation_deadline.isoformat(), "carry": "on"}
    seen = client.post(url, {**moved, "se": "1"}).content.decode()
    later = bench.round.evaluation_deadline + (date.fromisoformat(_dates()["end"]) - bench.round.end)
    assert f'value="{later.isoformat()}"' in seen
    assert "Plakater: 10. juni 2026 → 17. juni 2026" in seen
    client.post(url, {**moved, "flyt": "1"})
    round_ = Round.objects.get(key="2026-1")
    assert (round_.evaluation_deadline, round_.milestones.get().day) == (later, date(2026, 6, 17))


def test_a_milestone_on_a_day_off_is_warned_of(bench: Bench) -> None:
    client = bench.house.client(CONSULTANT)
    url = reverse("rounds:milestone_new", args=["2026-1"])
    for _twice in range(2):
        client.post(url, {"title": "Plakater", "day": "2026-05-14"})  # Kristi himmelfartsdag
    milestone = Milestone.objects.get()
    plan = client.get(reverse("rounds:plan", args=["2026-1"])).content.decode()
    assert "fredag 15. maj" in plan
    client.post(reverse("rounds:milestone_done", args=["2026-1", milestone.public_id]))
    milestone.refresh_from_db()
    assert milestone.done_at is not None
    client.post(reverse("rounds:milestone_remove", args=["2026-1", milestone.public_id]))
    assert not Milestone.objects.exists()


def test_a_step_of_the_round_wants_its_reason(bench: Bench) -> None:
    client = bench.house.client(CONSULTANT)
    url = reverse("rounds:step", args=["2026-1", "closed"])
    assert client.post(url, {"reason": " "}).status_code == 422
    assert client.post(url, {"reason": "Ingen penge"}).status_code == 302
    assert client.get(reverse("rounds:step", args=["2026-1", "open"])).status_code == 404
    assert Round.objects.get(key="2026-1").state == "closed"
