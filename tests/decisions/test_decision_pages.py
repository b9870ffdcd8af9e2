"""Hearing, item, decision and checklist as pages."""

from datetime import date

import pytest
from tests.decisions.conftest import phase_in
from tests.harness.people import House
from tests.harness.queries import assert_same_query_count

from stillads.decisions.models import ActionItem, CommitteeItem, Decision, HearingStep
from stillads.rollout.models import Spread, SpreadUnit
from stillads.trials.models import Phase, Round

pytestmark = pytest.mark.django_db
ROUND = "/beslutning/runde/2022-2/"


def test_a_round_is_carried_from_hearing_to_decision_by_clicks(house: House, round_: Round) -> None:
    phase = phase_in(round_, "Måltider", "spread")
    part = phase.evaluation.parts.get()
    unit = house.unit("toftegaarden")
    client = house.client("consultant")
    for body in ("elders_council", "med"):
        client.post(
            f"{ROUND}hoering/", {"body": body, "state": "waived", "day": "2022-10-06", "text": "Hørt"}
        )
    client.post(
        f"{ROUND}sag/ny/",
        {"title": "Sag", "type": "decision", "committee": "Udvalget", "meeting_on": "2022-10-25"},
    )
    item = CommitteeItem.objects.get()
    place = f"/beslutning/sag/{item.public_id}/"
    client.post(f"{place}ret/", {"version": "1", "summary": "Kort sagt", "management": "at det sker"})
    client.post(f"{place}indsend/")
    client.post(f"{place}udvalg/", {"wording": "Godkendt", "follow_up": "Det sker"})
    shown = client.get(place).content.decode()
    assert all(text in shown for text in ("Kort sagt", "at det sker", "Godkendt", "Det sker"))
    client.post(
        f"/beslutning/fase/{phase.public_id}/del/{part.public_id}/",
        {
            "outcome": "spread",
            "wording": "Udbredes",
            "decided_on": "2022-10-25",
            "spread_to": [unit.public_id],
        },
    )
    decision = Decision.objects.get()
    assert (decision.outcome, decision.item, decision.decided_on) == ("spread", item, date(2022, 10, 25))
    phase.refresh_from_db()
    assert phase.state == Phase.State.DECIDED
    assert SpreadUnit.objects.get().unit == unit
    assert HearingStep.objects.count() == 2


def test_the_item_is_downloaded_as_pdf(house: House, round_: Round) -> None:
    client = house.client("consultant")
    client.post(
        f"{ROUND}sag/ny/", {"title": "Sag", "type": "decision", "committee": "U", "meeting_on": "2022-10-25"}
    )
    place = f"/beslutning/sag/{CommitteeItem.objects.get().public_id}/"
    assert client.get(f"{place}sag.pdf").content[:5] == b"%PDF-"
    assert client.get(f"{place}sag.exe").status_code == 404


def test_a_stale_save_keeps_what_was_typed_and_writes_nothing(house: House, round_: Round) -> None:
    client = house.client("consultant")
    client.post(
        f"{ROUND}sag/ny/", {"title": "Sag", "type": "decision", "committee": "U", "meeting_on": "2022-10-25"}
    )
    item = CommitteeItem.objects.get()
    place = f"/beslutning/sag/{item.public_id}/ret/"
    client.post(place, {"version": "1", "summary": "Den første"})
    page = client.post(place, {"version": "1", "summary": "Den anden"})
    assert page.status_code == 200
    assert "Den anden" in page.content.decode()
    item.refresh_from_db()
    assert "Den første" in str(item.sections["summary"])


def test_the_page_costs_the_same_queries_whatever_the_number_of_trials(house: House, round_: Round) -> None:
    client = house.client("consultant")
    count = iter(range(9))
    assert_same_query_count(
        show=lambda: client.get(ROUND), add=lambda: phase_in(round_, f"P{next(count)}", "spread", "extend")
    )


def test_an_undecided_trial_says_why_it_cannot_be_decided(house: House, round_: Round) -> None:
    phase_in(round_, "Måltider", state=Phase.State.EVALUATING)
    page = house.client("consultant").get(ROUND).content.decode()
    assert 'aria-disabled="true"' in page
    assert "Evalueringen skal være godkendt" in page


def test_an_action_is_added_and_ticked_off(house: House, round_: Round) -> None:
    phase = phase_in(round_, "Måltider")
    client = house.client("consultant")
    client.post(
        f"/beslutning/fase/{phase.public_id}/",
        {"outcome": "permanent", "wording": "Ja", "decided_on": "2022-10-25"},
    )
    decision = Decision.objects.get()
    refused = client.post(f"/beslutning/{decision.public_id}/handling/", {"what": "Lav en plan"})
    assert refused.status_code == 200
    owner = house.person("manager")
    client.post(
        f"/beslutning/{decision.public_id}/handling/", {"what": "Lav en plan", "owner": owner.public_id}
    )
    action = ActionItem.objects.get()
    answer = client.post(f"/beslutning/handling/{action.public_id}/", {"done": "1", "back": ROUND})
    action.refresh_from_db()
    assert (answer.headers["Location"], action.done_at is not None) == (ROUND, True)
    astray = client.post(f"/beslutning/handling/{action.public_id}/", {"back": "https://example.org/"})
    assert astray.headers["Location"] == "/"


def _spread(house: House, round_: Round) -> Spread:
    phase = phase_in(round_, "Måltider")
    unit = house.unit("toftegaarden")
    house.client("consultant").post(
        f"/beslutning/fase/{phase.public_id}/",
        {"outcome": "spread", "wording": "Ja", "decided_on": "2022-10-25", "spread_to": [unit.public_id]},
    )
    return Spread.objects.get()


def test_a_manager_updates_the_own_unit_and_no_other(house: House, round_: Round) -> None:
    spread = _spread(house, round_)
    line = spread.units.get()
    place = f"/udbredelse/{spread.public_id}/enhed/{line.public_id}/"
    said = {"state": "preparing", "version": "1"}
    house.unit("banebo")
    assert house.client("manager", "banebo").post(place, said).status_code == 200
    line.refresh_from_db()
    assert line.state == "planned"
    assert house.client("manager", "toftegaarden").post(place, said).status_code == 302
    line.refresh_from_db()
    assert line.state == "preparing"


def test_in_use_needs_a_local_owner(house: House, round_: Round) -> None:
    spread = _spread(house, round_)
    line = spread.units.get()
    client = house.client("manager", "toftegaarden")
    place = f"/udbredelse/{spread.public_id}/enhed/{line.public_id}/"
    page = client.post(place, {"state": "in_use", "version": "1"}).content.decode()
    assert "Vælg, hvem der holder hånd i hanke" in page
    owner = house.person("employee", "toftegaarden")
    client.post(place, {"state": "in_use", "version": "1", "local_owner": owner.public_id})
    assert "I brug i 1 af 1 enhed" in client.get(f"/udbredelse/{spread.public_id}/").content.decode()


def test_the_checklist_costs_the_same_queries_whatever_its_length(house: House, round_: Round) -> None:
    spread = _spread(house, round_)
    client = house.client("consultant")
    count = iter(range(9))

    def add() -> None:
        SpreadUnit.objects.create(spread=spread, unit=house.unit(f"hus-{next(count)}"))

    assert_same_query_count(show=lambda: client.get(f"/udbredelse/{spread.public_id}/"), add=add)
    assert_same_query_count(show=lambda: client.get("/udbredelse/"), add=add)


def test_stopping_needs_a_reason_and_is_done_once(house: House, round_: Round) -> None:
    spread = _spread(house, round_)
    client = house.client("consultant")
    place = f"/udbredelse/{spread.public_id}/stop/"
    assert client.post(place, {"why": ""}).status_code == 200
    assert client.post(place, {"why": "Virker ikke hos os"}).status_code == 302
    spread.refresh_from_db()
    assert spread.stopped_why == "Virker ikke hos os"
