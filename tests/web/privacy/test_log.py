"""The privacy officer's pages."""

from datetime import datetime

import pytest
from django.test import Client
from tests.harness.people import House
from tests.harness.queries import assert_same_query_count

from stillads.audit.actions.sweep import seal_and_check
from stillads.audit.models import AuditEvent
from stillads.kernel.clock import COPENHAGEN, now
from stillads.organisation.policy import CONSULTANT, EMPLOYEE, PRIVACY


@pytest.fixture
def officer(house: House) -> Client:
    return house.client(PRIVACY)


def _event(**fields: object) -> AuditEvent:
    row = {
        "at": now(),
        "actor": "person:x",
        "actor_name": "Bo Lund",
        "verb": "organisation.person.read",
        **fields,
    }
    return AuditEvent.objects.create(**row)


def test_the_log_says_who_looked_at_whom_and_why(house: House, officer: Client) -> None:
    person = house.person(EMPLOYEE, name="Åse Kjær")
    consultant = house.person(CONSULTANT, name="Inge Holm")
    house.client_of(consultant).get(f"/organisation/personer/{person.public_id}/")
    page = officer.get("/log/?q=aase").content.decode()
    assert "Inge Holm" in page
    assert "så på" in page
    assert f"/organisation/personer/{person.public_id}/" in page


def test_a_look_at_the_log_is_in_the_log(officer: Client) -> None:
    officer.get("/log/?q=Holm")
    assert AuditEvent.objects.get(verb="audit.log.read").data == {"q": "Holm"}


def test_only_what_was_refused(house: House, officer: Client) -> None:
    _event(actor_name="Ole Vind")
    house.client_of(house.person(EMPLOYEE, name="Kim Skov")).get("/log/")
    page = officer.get("/log/?kun=naegtet").content.decode()
    assert "Kim Skov" in page
    assert "bad om /log/" in page
    assert "Ole Vind" not in page


def test_days_count_from_midnight_to_midnight_in_copenhagen(officer: Client) -> None:
    _event(at=datetime(2022, 5, 2, 23, 59, tzinfo=COPENHAGEN), actor_name="Sen Aften")
    _event(at=datetime(2022, 5, 3, 0, 1, tzinfo=COPENHAGEN), actor_name="Tidlig Nat")
    page = officer.get("/log/?fra=2022-05-02&til=2022-05-02").content.decode()
    assert "Sen Aften" in page
    assert "Tidlig Nat" not in page


def test_days_in_the_wrong_order_are_said_beside_the_field(officer: Client) -> None:
    page = officer.get("/log/?fra=2022-05-03&til=2022-05-02")
    assert page.status_code == 422
    assert "Den sidste dag kan ikke ligge før den første." in page.content.decode()


def test_the_export_is_the_search_and_holds_no_formulas(officer: Client) -> None:
    _event(actor_name="=HYPERLINK(1)", at=datetime(2022, 5, 2, 12, tzinfo=COPENHAGEN))
    _event(actor_name="Ude Fra", at=datetime(2022, 6, 2, 12, tzinfo=COPENHAGEN))
    answer = officer.get("/log/hent/?fra=2022-05-01&til=2022-05-31")
    text = answer.content.decode("utf-8-sig")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert [line.split(";")[1] for line in text.splitlines()] == ["Hvem", "'=HYPERLINK(1)"]


def test_the_seals_are_told_in_words(officer: Client) -> None:
    assert "Loggen er ikke forseglet endnu." in officer.get("/log/").content.decode()
    _event()
    seal_and_check(at=now())
    assert "Det ene segl holder." in officer.get("/log/").content.decode()
    assert officer.post("/log/segl/").status_code == 302
    assert "Alle 2 segl holder." in officer.get("/log/").content.decode()


def test_rules_of_keeping_and_policy_are_shown_to_the_officer_alone(house: House, officer: Client) -> None:
    assert "180 dage efter den sidste rolle" in officer.get("/log/opbevaring/").content.decode()
    assert "læse loggen" in officer.get("/log/roller/").content.decode()
    employee = house.client(EMPLOYEE)
    for address in ("/log/", "/log/hent/", "/log/opbevaring/", "/log/roller/"):
        assert employee.get(address).status_code == 403


def test_the_log_costs_the_same_with_one_event_as_with_three(officer: Client) -> None:
    assert_same_query_count(show=lambda: officer.get("/log/?q=lund"), add=_event)
