"""What staff see and do: rounds, who is missing, MED's date, links, paper, conversations, anonymous answers."""

import re
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from pypdf import PdfReader
from tests.conftest import Freeze
from tests.harness.capturing import NOON, Ward, new_ward
from tests.harness.playbooks import playbook_data
from tests.harness.queries import assert_same_query_count
from tests.harness.surveying import DAY_TWO, STAFF, loaded, wave_of

from stillads.capture.actions.surveys.anonymous import keep_anonymous
from stillads.capture.actions.surveys.drawing import draw_wave
from stillads.capture.links import new_sheet_code, sheet_code_of, shown_code
from stillads.capture.models import AnonymousEntry, Asked, Entry, OpenLink, Wave, Wish
from stillads.kernel.viewer import system_viewer
from stillads.organisation.policy import EMPLOYEE, MANAGER

ROOT = "/spoergeskemaer/"


@pytest.fixture
def manager(ward: Ward) -> Client:
    return ward.house.client(MANAGER, "elmely")


@pytest.fixture
def employee(ward: Ward) -> Client:
    return ward.house.client_of(ward.nurse)


def _text(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return re.sub(r"\s+", " ", answer.content.decode())


def _said(answer: Any) -> list[str]:
    return [str(message) for message in answer.wsgi_request._messages]


def test_the_list_and_the_survey_say_how_far_it_is(employee: Client, ward: Ward, token: str) -> None:
    assert "Velfærdssamtale" in _text(employee, ROOT)
    talks = ward.deployment("talks").public_id
    page = _text(employee, f"{ROOT}{talks}/")
    assert "Åben til og med 21. juli 2026. 0 af 1 har svaret." in page
    assert "Notér en samtale" in page and "Lav et link" not in page  # not an employee's to make
    other = ward.house.client(EMPLOYEE, "toftegaarden")
    assert other.get(f"{ROOT}{talks}/").status_code == 403


def test_who_is_missing_takes_the_same_queries(employee: Client, ward: Ward, token: str) -> None:
    path = f"{ROOT}runde/{wave_of(ward, 'talks').public_id}/"
    assert "1 af 1 mangler." in _text(employee, path)

    def more() -> None:
        ward.participant()
        draw_wave(wave_of(ward, "talks"), viewer=system_viewer("test"), at=NOON)

    assert_same_query_count(show=lambda: employee.get(path), add=more)


def test_a_conversation_is_noted_once_and_refused_beside_its_field(
    employee: Client, ward: Ward, token: str
) -> None:
    talks = ward.deployment("talks").public_id
    person = Asked.objects.get().participant
    assert person is not None
    assert "B-01" in _text(employee, f"{ROOT}{talks}/samtale/")
    path = f"{ROOT}{talks}/samtale/{person.public_id}/"
    assert re.search(r'value="with_staff"[^>]*checked', _text(employee, path))
    wrong = employee.post(path, {"who_answered": "self", "idempotency_key": "tap-1234", "wish": "Ro"})
    assert wrong.status_code == 422 and "Det skal besvares." in wrong.content.decode()
    said = {"who_answered": "self", "mood": "4", "idempotency_key": "tap-1234"}
    for _tap in range(2):
        assert employee.post(path, said)["Location"].startswith(f"{ROOT}{talks}/samtale/?gemt=")
    assert Entry.objects.get().answers == {"mood": 4}
    assert employee.get(f"{ROOT}{talks}/samtale/ingen-her/").status_code == 404


def test_a_conversation_is_undone_right_after_it_was_noted(employee: Client, ward: Ward, token: str) -> None:
    talks = ward.deployment("talks").public_id
    person = Asked.objects.get().participant
    assert person is not None
    said = {"who_answered": "self", "mood": "4", "wish": "Kaffe kl. 6", "idempotency_key": "tap-1234"}
    saved = employee.post(f"{ROOT}{talks}/samtale/{person.public_id}/", said)
    page = _text(employee, saved["Location"])
    assert "Samtalen er gemt. Ønsket står på listen. Tavlemødet ser tallene hver fredag." in page
    undo = re.search(r'action="([^"]+/fortryd/)"', page)
    assert undo
    colleague = ward.house.client(EMPLOYEE, "elmely")
    assert undo.group(1) not in _text(colleague, saved["Location"])
    assert _said(colleague.post(undo.group(1)))[0].startswith("En anden har noteret den samtale.")
    assert _said(employee.post(undo.group(1))) == ["Samtalen er fortrudt og tæller ikke længere."]
    assert "0 af 1 har svaret" in _text(employee, f"{ROOT}{talks}/")
    assert "fortryd" not in _text(employee, saved["Location"])
    assert not Wish.objects.exists()


def test_somebody_is_asked_in_another_way_or_not_at_all(employee: Client, token: str) -> None:
    asked = Asked.objects.get()
    path = f"{ROOT}spurgt/{asked.public_id}/"
    assert "Hvordan spørger I B-01?" in _text(employee, path)
    wrong = employee.post(path, {"channel": "email", "email": ""})
    assert wrong.status_code == 422
    assert "Skriv en e-mailadresse, for eksempel anna@example.dk." in wrong.content.decode()
    employee.post(path, {"channel": "letter"})
    wave = asked.wave.public_id
    slips = _text(employee, f"{ROOT}runde/{wave}/sedler/")
    assert "Til B-01" in slips and f"/svar/{token}/" in slips and "<svg" in slips
    employee.post(f"{ROOT}runde/{wave}/delt-ud/")
    asked.refresh_from_db()
    assert asked.sent_at == NOON
    employee.post(f"{path}svarer-ikke/", {"why": "away"})
    assert "Ingen mangler." in _text(employee, f"{ROOT}runde/{wave}/")


def test_when_addresses_go_reminders_come_and_who_answered_stands_on_the_pages(
    freeze: Freeze, ward: Ward
) -> None:
    freeze(DAY_TWO)
    manager = ward.house.client(MANAGER, "elmely")
    wave = wave_of(ward, "staff")
    draw_wave(wave, viewer=system_viewer("test"), at=DAY_TWO)
    people = _text(manager, f"{ROOT}runde/{wave.public_id}/")
    assert "E-mailadresserne slettes den 22. maj 2026." in people
    assert "Skriv først, hvilken dag MED aftalte retningslinjerne for undersøgelsen." in people
    assert 'class="sheet"' not in _text(manager, f"{ROOT}runde/{wave.public_id}/sedler/")
    manager.post(f"{ROOT}runde/{wave.public_id}/med/", {"med_agreed_on": "2026-03-20"})
    staff = ward.deployment("staff").public_id
    page = _text(manager, f"{ROOT}{staff}/")
    assert "De, der mangler, bliver mindet om det den 18. april." in page
    seen = _text(ward.house.client(EMPLOYEE, "elmely"), f"{ROOT}{staff}/")
    assert "MED aftalte retningslinjerne den 20. marts 2026." in seen and "Ret dagen" not in seen


def test_med_first_then_links(freeze: Freeze, ward: Ward) -> None:
    freeze(DAY_TWO)
    manager = ward.house.client(MANAGER, "elmely")
    staff, wave = ward.deployment("staff").public_id, wave_of(ward, "staff").public_id
    page = _text(manager, f"{ROOT}{staff}/")
    assert page.count("Skriv først, hvilken dag MED aftalte retningslinjerne for undersøgelsen.") >= 2
    refused = manager.post(f"{ROOT}runde/{wave}/send/")
    assert _said(refused) == ["Skriv først, hvilken dag MED aftalte retningslinjerne for undersøgelsen."]
    ahead = manager.post(f"{ROOT}runde/{wave}/med/", {"med_agreed_on": "2027-01-01"})
    assert ahead.status_code == 422
    manager.post(f"{ROOT}runde/{wave}/med/", {"med_agreed_on": "2026-03-20"})
    assert Wave.objects.get(public_id=wave).med_agreed_on == date(2026, 3, 20)
    assert _said(manager.post(f"{ROOT}runde/{wave}/send/"))[-1] == "1 e-mail er på vej."
    assert _said(manager.post(f"{ROOT}runde/{wave}/send/"))[-1] == "Alle har fået det, de skal have nu."


def test_a_kiosk_is_made_shown_printed_and_closed(manager: Client, ward: Ward) -> None:
    talks = ward.deployment("talks").public_id
    made = manager.post(
        f"{ROOT}{talks}/link/", {"kind": "kiosk", "name": "Caféen", "idempotency_key": "make-once"}
    )
    manager.post(f"{ROOT}{talks}/link/", {"kind": "kiosk", "name": "Caféen", "idempotency_key": "make-once"})
    link = OpenLink.objects.get()
    assert made["Location"] == f"{ROOT}link/{link.public_id}/"
    page = _text(manager, made["Location"])
    assert "Åbn adressen på tabletten" in page and "<svg" in page
    pdf = manager.get(f"{ROOT}link/{link.public_id}/plakat.pdf")
    reader = PdfReader(BytesIO(pdf.content))
    assert len(reader.pages) == 1
    assert "Vi vil gerne høre, hvad du mener" in re.sub(r"\s+", " ", reader.pages[0].extract_text())
    manager.post(f"{ROOT}link/{link.public_id}/luk/")
    assert "Linket er lukket." in _text(manager, made["Location"])
    assert "Lukket" in _text(manager, f"{ROOT}{talks}/")


def test_sheets_hold_the_same_questions_on_page_and_in_pdf(employee: Client, ward: Ward) -> None:
    wave = wave_of(ward, "talks").public_id
    page = _text(employee, f"{ROOT}runde/{wave}/ark/?antal=2")
    assert page.count('class="sheet"') == 2
    pdf = PdfReader(BytesIO(employee.get(f"{ROOT}runde/{wave}/ark.pdf?antal=2").content))
    text = re.sub(r"\s+", " ", " ".join(one.extract_text() for one in pdf.pages))
    for words in (
        "Hvem svarede?",
        "Hvordan har du det i dag?",
        "Rigtig godt",
        "Er der noget, du ønsker dig?",
    ):
        assert words in page and words in text
    codes = [re.findall(r"Arkets kode (\w{3}-\w{3})", one.extract_text()) for one in pdf.pages]
    assert [len(found) for found in codes] == [1, 1] and codes[0] != codes[1]
    assert _text(employee, f"{ROOT}runde/{wave}/ark/?antal=mange").count('class="sheet"') == 5


def test_the_grid_keeps_what_is_wrong_with_its_reason(employee: Client, ward: Ward) -> None:
    wave = wave_of(ward, "talks")
    path = f"{ROOT}runde/{wave.public_id}/tast/"
    assert "0–" not in _text(employee, path)
    good, bad = new_sheet_code(wave), new_sheet_code(wave)
    rows = {
        "0.code": good, "0.who_answered": "1", "0.mood": "4", "0.heard": "0", "0.wish": "Kaffe", "0.wish_area": "1",
        "3.code": bad, "3.who_answered": "7", "3.mood": "nej",
    }  # fmt: skip
    told = employee.post(path, rows)
    assert told.status_code == 422
    page = told.content.decode()
    assert "1 ark er gemt." in page and "Der er 2 felter, du skal se på." in page
    assert "Skriv et af numrene på arket: 1–5." in page
    assert f'value="{bad}"' in page and 'value="nej"' in page and f'value="{good}"' not in page
    assert Entry.objects.get().answers == {
        "mood": 4,
        "heard": "dont_know",
        "wish": "Kaffe",
        "wish_area": "meals",
    }
    again = {key: text for key, text in rows.items() if key.startswith("0.")}
    assert _said(employee.post(path, again)) == ["1 ark var tastet ind før og tæller én gang."]
    assert Entry.objects.count() == 1


FALLS = {
    "kind": "group", "key": "falls", "title": "Fald", "help": "Fortæl om de sidste fald.", "at_least": 1, "at_most": 2,
    "items": [
        {"kind": "short_text", "key": "where", "text": "Hvor?", "required": True},
        {
            "kind": "single_choice", "key": "hurt", "text": "Kom du til skade?",
            "options": [{"key": "yes", "text": "Ja"}, {"key": "no", "text": "Nej"}],
        },
    ],
}  # fmt: skip


@pytest.fixture
def falls(db: None, freeze: Freeze) -> Ward:
    """The talks also ask what can be told several times."""
    freeze(NOON)
    instruments = playbook_data()["instruments"]
    instruments[1] |= {"items": [*instruments[1]["items"], FALLS]}
    return new_ward(instruments=instruments)


def test_what_is_told_several_times_is_printed_and_typed_in(falls: Ward) -> None:
    client, wave = falls.house.client_of(falls.nurse), wave_of(falls, "talks")
    root = f"{ROOT}runde/{wave.public_id}/"
    page = _text(client, f"{root}ark/?antal=1")
    pdf = PdfReader(BytesIO(client.get(f"{root}ark.pdf?antal=1").content))
    text = re.sub(r"\s+", " ", " ".join(one.extract_text() for one in pdf.pages))
    for words in (page, text):
        assert words.count("Hvor?") == words.count("Kom du til skade?") == 2
        assert "Fald 1. Fortæl om de sidste fald" in words
        assert "Fald 2. Spring over, hvis der ikke er mere at fortælle" in words
    grid = _text(client, f"{root}tast/")
    assert "Række 1: Fald 2: Kom du til skade?" in grid
    first, second, third = (new_sheet_code(wave) for _n in range(3))
    row = {"who_answered": "1", "mood": "4"}
    told = {"falls.0.where": "På badet", "falls.0.hurt": "1", "falls.1.where": "Ude"}
    sheets = [
        {"code": first, **row, **told},
        {"code": second, **row, "falls.1.hurt": "1"},
        {"code": third, **row},
    ]
    sent = {f"{n}.{name}": text for n, sheet in enumerate(sheets) for name, text in sheet.items()}
    answer = client.post(f"{root}tast/", sent)
    assert answer.status_code == 422
    assert Entry.objects.get().answers["falls"] == [{"where": "På badet", "hurt": "yes"}, {"where": "Ude"}]
    again = re.sub(r"\s+", " ", answer.content.decode())
    assert 'id="fejl-0.falls.1.where">Det skal besvares.' in again  # beside the cell that is missing
    assert 'id="fejl-1.falls.0.where">Skriv mindst 1.' in again  # the whole of it, at its first cell


def test_anonymous_answers_are_hidden_until_there_are_enough_and_it_is_over(
    ward: Ward, freeze: Freeze
) -> None:
    freeze(DAY_TWO)
    wave = wave_of(ward, "staff")
    for number in range(5):
        keep_anonymous(
            wave.deployment, wave, {**STAFF, "words": [f"Ord {number}"]}, key=f"key-{number}", at=DAY_TWO
        )
    path = f"{ROOT}runde/{wave.public_id}/svar/"
    during = _text(ward.house.client(MANAGER, "elmely"), path)
    assert "De vises samlet" in during and "Ord 1" not in during
    freeze(NOON)
    after = _text(ward.house.client(MANAGER, "elmely"), path)
    assert "5 har svaret." in after and "Ord 1" in after and "5 af 5" in after
    assert AnonymousEntry.objects.count() == 5
    assert ward.house.client(EMPLOYEE, "toftegaarden").get(path).status_code == 403


def test_a_survey_of_anybody_is_noted_about_nobody(db: None, freeze: Freeze) -> None:
    freeze(NOON)
    instruments = playbook_data()["instruments"]
    instruments[1] |= {"drawn_from": "anybody"}
    ward = new_ward(instruments=instruments)
    talks = ward.deployment("talks").public_id
    client = ward.house.client_of(ward.nurse)
    path = f"{ROOT}{talks}/samtale/ingen/"
    assert client.get(f"{ROOT}{talks}/samtale/")["Location"] == path
    assert "Velfærdssamtale" in _text(client, path)
    client.post(path, {"who_answered": "self", "mood": "2", "idempotency_key": "tap-5678"})
    assert Entry.objects.get().participant_id is None


def test_what_is_closed_offers_nothing(employee: Client, ward: Ward) -> None:
    """The staff's survey is between two rounds on day 24."""
    staff = ward.deployment("staff").public_id
    page = _text(employee, f"{ROOT}{staff}/")
    assert "Var åben" in page
    assert employee.get(f"{ROOT}{staff}/samtale/").status_code == 404


def test_each_sheet_of_the_pdf_carries_its_own_code(employee: Client, ward: Ward, token: str) -> None:
    """The code on a sheet is the one it is typed in by: the sheet of B-01 is B-01's."""
    asked = Asked.objects.get()
    asked.channel = "paper"
    asked.save()
    pdf = PdfReader(BytesIO(employee.get(f"{ROOT}runde/{asked.wave.public_id}/ark.pdf?antal=1").content))
    first, second = (one.extract_text() for one in pdf.pages)
    code = shown_code(sheet_code_of(loaded(asked)))
    assert "B-01" in first and code in first
    assert code not in second
