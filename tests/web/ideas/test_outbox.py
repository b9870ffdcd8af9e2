"""The outbox: what failed, what waits, what is printed."""

import pytest
from django.test import Client
from tests.harness.people import House
from tests.harness.queries import assert_same_query_count
from tests.ideas.conftest import Give

from stillads.audit.models import AuditEvent
from stillads.notices.models import Notice

pytestmark = pytest.mark.django_db
LETTER = {"channel": "letter", "name": "Anna Holm", "address": "Gaden 1\n8800 Viborg"}


@pytest.fixture
def browser(house: House) -> Client:
    return house.client("consultant")


def test_it_says_what_needs_a_person_and_logs_the_look(browser: Client, give: Give) -> None:
    assert "Der er ikke noget, du skal gøre her." in browser.get("/ideer/udbakke/").content.decode()
    give(**LETTER)
    page = browser.get("/ideer/udbakke/").content.decode()
    assert "1 brev skal printes." in page
    assert "Anna Holm" in page
    assert AuditEvent.objects.filter(verb="notices.read_outbox").count() == 2
    assert "Anna Holm" not in browser.get("/ideer/udbakke/?vej=email").content.decode()
    assert browser.get("/ideer/udbakke/?vej=x&status=y&side=z").status_code == 200


def test_letters_are_printed_with_address_and_code_and_marked(browser: Client, give: Give) -> None:
    give(**LETTER)
    page = browser.get("/ideer/udbakke/breve/").content.decode()
    assert "<p>Anna Holm</p><p>Gaden 1</p><p>8800 Viborg</p>" in page
    assert "<svg" in page
    notice = Notice.objects.get()
    browser.post("/ideer/udbakke/printet/", {"notice": [notice.public_id]})
    notice.refresh_from_db()
    assert notice.state == "printed"
    assert "Der venter ingen breve." in browser.get("/ideer/udbakke/breve/").content.decode()


def test_posters_gather_the_lines_of_a_place(browser: Client, house: House, give: Give) -> None:
    unit = house.unit("toftegården")
    idea = give("Bænke", channel="poster", poster_unit="toftegården")
    browser.post(f"/ideer/{idea.public_id}/svar/overvej/", {"reason": ""})
    page = browser.get(f"/ideer/udbakke/opslag/?sted={unit.public_id}").content.decode()
    assert "I sagde – vi gjorde" in page
    assert "Toftegården" in page
    assert "Ideen: ”Bænke”" in page
    assert "Der venter ingen opslag." in browser.get("/ideer/udbakke/opslag/?sted=x").content.decode()


def test_a_message_is_stopped_once_and_a_refusal_is_a_page(browser: Client, give: Give) -> None:
    give(**LETTER)
    address = f"/ideer/udbakke/{Notice.objects.get().public_id}/"
    assert browser.post(f"{address}stop/").status_code == 302
    again = browser.post(f"{address}stop/")
    assert (again.status_code, "annulleret" in again.content.decode()) == (422, True)
    assert browser.post(f"{address}dans/").status_code == 404
    assert browser.get(f"{address}stop/").status_code == 405


def test_it_costs_the_same_with_one_row_and_with_three(browser: Client, give: Give) -> None:
    assert_same_query_count(show=lambda: browser.get("/ideer/udbakke/"), add=lambda: give(**LETTER))


def test_an_employee_does_not_see_it(house: House) -> None:
    for address in ("", "breve/", "opslag/"):
        assert house.client("employee").get(f"/ideer/udbakke/{address}").status_code == 403
