"""The cases in a browser without a window: the worklist, starting, stepping, handing over, breaking off."""

from typing import Any

from django.test import Client
from tests.harness.capturing import NOON, Ward
from tests.harness.queries import assert_same_query_count

from stillads.capture.actions.cases.starting import start_case
from stillads.capture.actions.cases.stepping import take_step
from stillads.capture.models import Case, Entry
from stillads.organisation.policy import COMMITTEE, EMPLOYEE
from stillads.trials.actions.participants import set_participation


def _case(ward: Ward, key: str = "c1") -> Case:
    return start_case(
        deployment=ward.deployment("flow").pk, participant=ward.participant().public_id,
        raw={"need": ["Rengøring"]}, idempotency_key=key, viewer=ward.employee, at=NOON,
    )  # fmt: skip


def _trained(ward: Ward) -> Case:
    """A case at its second step."""
    return take_step(
        case=_case(ward).public_id, raw={"starts": ["yes"]}, version=1, idempotency_key="s1", viewer=ward.employee,
        at=NOON,
    )  # fmt: skip


def _text(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def test_an_empty_worklist_says_what_happens_next(browser: Client) -> None:
    text = _text(browser.get("/forloeb/"))
    assert "Ingen forløb venter på nogen her." in text
    assert "Start et forløb, når en borger henvender sig." in text


def test_a_case_starts_once_and_stands_on_the_worklist(ward: Ward, browser: Client) -> None:
    who = ward.participant()
    there = browser.get("/forloeb/nyt/")["Location"]
    assert "Hvad er der brug for?" in _text(browser.get(there))
    sent = {"participant": who.public_id, "need": "Rengøring", "idempotency_key": "k1"}
    for _twice in range(2):
        page = browser.post(there, sent)["Location"]
    case = Case.objects.get()
    assert page == f"/forloeb/{case.public_id}/"
    text = _text(browser.get("/forloeb/"))
    assert "1 forløb er i gang." in text and "B-01: Fælles første møde" in text
    assert "Frist 13. maj, om 7 dage" in text and "0 dage (0 hverdage), 0 overleveringer" in text


def test_the_page_says_who_has_the_ball_and_offers_what_the_step_asks(ward: Ward, browser: Client) -> None:
    case = _case(ward)
    text = _text(browser.get(f"/forloeb/{case.public_id}/"))
    for wanted in (
        "Fælles første møde", "Terapeut", "Går træningen i gang?", "Gem og gå videre", "Kopiér teksten",
        "PRØVEHANDLING: Straksvisitation", "Hvad er der brug for? Rengøring.", "Her er forløbet nu",
        "Den gamle vej",
    ):  # fmt: skip
        assert wanted in text, wanted
    assert "Mundtligt overleveret" not in text  # the playbook wants this one written


def test_a_step_is_refused_beside_its_field_or_taken(ward: Ward, browser: Client) -> None:
    case = _case(ward)
    place = f"/forloeb/{case.public_id}/trin/"
    wrong = browser.post(place, {"version": "1", "starts": "yes", "minutes_occupational_therapist": "længe"})
    assert wrong.status_code == 422
    assert "Skriv, hvor længe det varede" in _text(wrong) and 'value="længe"' in _text(wrong)
    sent = {"version": "1", "starts": "yes", "minutes_occupational_therapist": "45", "idempotency_key": "k"}
    assert browser.post(place, sent)["Location"] == f"/forloeb/{case.public_id}/"
    text = _text(browser.get(f"/forloeb/{case.public_id}/"))
    assert "Tak. Nu ligger bolden hos: hjemmetræner." in text
    assert "Minutter, ergoterapeut" in text and "Fælles første møde → Træning" in text


def test_handed_over_by_word_is_one_tap(ward: Ward, browser: Client) -> None:
    case = _trained(ward)
    assert "Mundtligt overleveret" in _text(browser.get(f"/forloeb/{case.public_id}/"))
    sent = {"version": "2", "to": "follow_up", "idempotency_key": "k"}
    for _twice in range(2):
        browser.post(f"/forloeb/{case.public_id}/overleveret/", sent)
    case.refresh_from_db()
    assert (case.step, case.handovers, Entry.objects.filter(form="training").count()) == ("follow_up", 2, 1)
    text = _text(browser.get(f"/forloeb/{case.public_id}/"))
    assert "Træning, mundtligt overleveret → Opfølgning" in text
    assert "Klarer sig selv" in text and "Delvist" in text
    browser.post(
        f"/forloeb/{case.public_id}/trin/", {"version": "3", "to": "partly", "idempotency_key": "k2"}
    )
    ended = _text(browser.get(f"/forloeb/{case.public_id}/"))
    assert "Afsluttet: Delvist" in ended and "Ingen skal gøre mere." in ended
    assert "B-01: Delvist" in _text(browser.get("/forloeb/"))


def test_a_follow_up_day_is_asked_for(ward: Ward, browser: Client) -> None:
    case = _trained(ward)
    refused = browser.post(f"/forloeb/{case.public_id}/trin/", {"version": "2", "to": "follow_up"})
    assert refused.status_code == 422 and "Skriv den dag, I ser på det igen." in _text(refused)
    sent = {"version": "2", "to": "follow_up", "follow_up_on": "2026-06-01"}
    browser.post(f"/forloeb/{case.public_id}/trin/", sent)
    assert "I ser på det igen 1. juni" in _text(browser.get("/forloeb/"))


def test_whoever_came_second_is_told_and_nothing_typed_is_lost(ward: Ward, browser: Client) -> None:
    case = _trained(ward)
    late = browser.post(f"/forloeb/{case.public_id}/trin/", {"version": "1", "follow_up_on": "2026-06-01"})
    assert late.status_code == 422
    assert "En anden har skrevet her imens." in _text(late) and "2026-06-01" in _text(late)


def test_given_broken_off_and_copied(ward: Ward, browser: Client) -> None:
    case = _case(ward)
    place = f"/forloeb/{case.public_id}/"
    nurse = ward.nurse.public_id
    assert "Anna Dam" in _text(browser.get(place + "hvem/"))
    browser.post(place + "hvem/", {"person": nurse, "unit": "", "version": "1"})
    browser.post(place + "maerket/")
    text = _text(browser.get(place))
    assert "Anna Dam" in text and "Sat i journalen 6. maj 2026." in text
    assert browser.post(place + "afbryd/", {"version": "2"}).status_code == 422
    assert browser.post(place + "afbryd/", {"version": "2", "reason": "dead"})["Location"] == place
    assert "Afsluttet: Død" in _text(browser.get(place))
    assert "Forløbet er afsluttet. Ingen skal gøre mere ved det." in _text(browser.get(place + "afbryd/"))


def test_a_citizen_who_has_left_leaves_only_the_way_out(ward: Ward, browser: Client) -> None:
    case = _case(ward)
    who = case.participant.public_id
    set_participation(participant=who, state="withdrawn", viewer=ward.consultant, at=NOON)
    text = _text(browser.get(f"/forloeb/{case.public_id}/"))
    assert "Borgeren deltager ikke længere" in text and "Gem og gå videre" not in text
    assert "Afbryd forløbet" in text


def test_units_and_roles_can_be_chosen(ward: Ward) -> None:
    _trained(ward)
    _case(ward, "c2")
    browser = ward.house.client_of(ward.nurse)
    text = _text(browser.get("/forloeb/?rolle=Hjemmetræner"))
    assert "B-01: Træning" in text and "B-02: Fælles første møde" not in text
    assert "Alle roller" in text and "Alle enheder" not in text


def test_the_flow_is_drawn_with_the_old_way_beside_it_and_as_a_list(ward: Ward, browser: Client) -> None:
    text = _text(browser.get(f"/forloeb/tegning/{ward.deployment('flow').public_id}/"))
    assert "Den nye vej har 3 trin og 2 overleveringer; den gamle havde 1 trin og 0 overleveringer." in text
    assert text.count("<svg xmlns") == 2
    assert "Terapeut · inden for 5 hverdage" in text and "slut: Tilbage til visitationen" in text


def test_whoever_does_not_work_there_gets_no_further(ward: Ward) -> None:
    case = _case(ward)
    stranger = ward.house.client(EMPLOYEE, "toftegaarden")
    assert stranger.get(f"/forloeb/{case.public_id}/").status_code in {403, 404}
    assert "B-01" not in _text(stranger.get("/forloeb/"))
    assert ward.house.client(COMMITTEE).get("/forloeb/").status_code == 403


def test_the_worklist_costs_the_same_with_one_and_three(ward: Ward, browser: Client) -> None:
    keys = iter("abcdef")
    assert_same_query_count(show=lambda: browser.get("/forloeb/"), add=lambda: _case(ward, next(keys)))
