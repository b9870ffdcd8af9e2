"""The pages of those who look after the ideas."""

import pytest
from django.test import Client
from tests.harness.people import House
from tests.harness.queries import assert_same_query_count
from tests.ideas.conftest import WHY, Give

from stillads.ideas.actions import mark_chosen
from stillads.ideas.models import Idea, Theme, Workshop
from stillads.kernel.clock import now

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(house: House) -> Client:
    return house.client("consultant")


def test_the_list_answers_first_and_filters_by_the_address(browser: Client, give: Give) -> None:
    assert "Ingen" not in browser.get("/ideer/").content.decode().split("</h1>")[0]
    assert "Der er ingen ideer endnu." in browser.get("/ideer/").content.decode()
    give("Bænke", theme="boligen")
    give("Bus til byen")
    page = browser.get("/ideer/?tema=boligen").content.decode()
    assert "1 idé passer." in page
    assert "Bus til byen" not in page
    assert "2 ideer ud af 2 venter på svar." in browser.get("/ideer/").content.decode()
    assert "Ingen ideer passer." in browser.get("/ideer/?q=klippekort").content.decode()
    assert browser.get("/ideer/?side=abc&orden=x&status=nope").status_code == 200


def test_the_list_costs_the_same_with_one_row_and_with_three(browser: Client, give: Give) -> None:
    assert_same_query_count(
        show=lambda: browser.get("/ideer/"), add=lambda: give(theme="boligen", unit="kommunen")
    )


def test_an_employee_reads_and_is_told_why_the_buttons_are_off(house: House, give: Give) -> None:
    idea = give()
    page = house.client("employee").get(f"/ideer/{idea.public_id}/").content.decode()
    assert "Din rolle giver dig ikke lov til at afgøre" in page or "aria-disabled" in page
    assert house.client("employee").get(f"/ideer/{idea.public_id}/svar/vent/").status_code == 403


def test_an_idea_leads_to_its_trial_and_before_that_to_the_form(house: House, give: Give) -> None:
    idea = give()
    address = f"/ideer/{idea.public_id}/"
    begin = f"/proevehandlinger/ny/?ide={idea.public_id}"
    assert begin in house.client("consultant").get(address).content.decode()
    assert begin not in house.client("employee").get(address).content.decode()
    mark_chosen(idea=idea, viewer=house.viewer("consultant"), at=now(), trial_title="Bænke", trial_key="t1")
    page = house.client("employee").get(address).content.decode()
    assert "/proevehandlinger/t1/" in page
    assert begin not in page


def test_whoever_is_not_signed_in_is_asked_to(client: Client, give: Give) -> None:
    idea = give()
    for address in ("/ideer/", f"/ideer/{idea.public_id}/", "/ideer/udbakke/", "/ideer/workshop/"):
        assert client.get(address).status_code == 302


def test_a_no_needs_a_reason_and_is_saved_with_one(browser: Client, give: Give) -> None:
    idea = give()
    address = f"/ideer/{idea.public_id}/svar/afslaa/"
    answer = browser.post(address, {"reason": "Nej"})
    assert answer.status_code == 422
    assert "idégiveren læser" in answer.content.decode()
    assert browser.post(address, {"reason": WHY}).status_code == 302
    page = browser.get(f"/ideer/{idea.public_id}/").content.decode()
    assert "Den fik nej" in page
    assert WHY in page
    assert browser.get(f"/ideer/{idea.public_id}/svar/dans/").status_code == 404


def test_the_words_are_changed_and_an_older_copy_is_refused(browser: Client, give: Give) -> None:
    idea = give()
    address = f"/ideer/{idea.public_id}/ret/"
    words = {"title": "Bænke", "text": "Ved søen", "theme": "boligen", "unit": "", "version": "1"}
    assert browser.get(address).status_code == 200
    assert browser.post(address, words).status_code == 302
    late = browser.post(address, words | {"text": "Ved åen"})
    assert late.status_code == 422
    assert "En anden har ændret ideen" in late.content.decode()
    assert "Ved åen" in late.content.decode()
    assert Idea.objects.get().text == "Ved søen"


def test_ideas_are_merged_from_the_list_and_the_family_is_drawn(browser: Client, give: Give) -> None:
    one, two = give("Bænke ved søen"), give("Bænke ved åen")
    names = [one.public_id, two.public_id]
    page = browser.get("/ideer/laeg-sammen/", {"idea": names}).content.decode()
    assert "2 ideer bliver til én." in page
    words = {"idea": names, "title": "Bænke", "text": "Ved vandet", "idempotency_key": "m"}
    first = browser.post("/ideer/laeg-sammen/", words)
    again = browser.post("/ideer/laeg-sammen/", words)
    assert first["Location"] == again["Location"]
    family = browser.get(first["Location"]).content.decode()
    assert "Bænke ved søen" in family
    assert "blev til én" in family
    alone = browser.get("/ideer/laeg-sammen/", {"idea": names[:1]}).content.decode()
    assert "kan ikke lægges sammen" in alone or "Vælg mindst to ideer" in alone
    assert "Der er ikke valgt nogen ideer." in browser.get("/ideer/laeg-sammen/").content.decode()


def test_an_idea_is_split_line_by_line(browser: Client, give: Give) -> None:
    idea = give()
    address = f"/ideer/{idea.public_id}/del/"
    one = browser.post(address, {"parts": "Bænke", "idempotency_key": "s"})
    assert (one.status_code, "Skriv mindst to dele." in one.content.decode()) == (422, True)
    done = browser.post(address, {"parts": "- Bænke: ved søen\n- Bus", "idempotency_key": "s"})
    assert done.status_code == 302
    assert list(Idea.objects.exclude(pk=idea.pk).order_by("pk").values_list("title", "text")) == [
        ("Bænke", "ved søen"),
        ("Bus", "Bus"),
    ]


def test_a_workshop_is_entered_after_a_look_at_the_list(browser: Client, give: Give) -> None:
    known = give("Klippekort uden bilag")
    made = browser.post(
        "/ideer/workshop/ny/",
        {"title": "Workshop", "held_on": "2021-11-09", "place": "", "idempotency_key": "w"},
    )
    shop = Workshop.objects.get()
    assert shop.public_id in made["Location"]
    pasted = {"lines": "- Bænke\n- Klippekort uden bilag\n- Fru 010203-1234", "workshop": shop.public_id}
    look = browser.post("/ideer/workshop/", pasted | {"idempotency_key": "e", "step": "look"})
    page = look.content.decode()
    assert "1 idé af 3 er ny." in page
    assert known.public_id in page
    assert Idea.objects.count() == 1
    back = browser.post("/ideer/workshop/", pasted | {"idempotency_key": "e", "step": "back"})
    assert "Fru 010203-1234" in back.content.decode()
    none = browser.post("/ideer/workshop/", pasted | {"idempotency_key": "e", "step": "save"})
    assert (none.status_code, "Sæt kryds" in none.content.decode()) == (422, True)
    named = browser.post("/ideer/workshop/", pasted | {"idempotency_key": "e", "step": "save", "line": ["2"]})
    assert (named.status_code, Idea.objects.count()) == (422, 1)
    save = pasted | {"idempotency_key": "e", "step": "save", "line": ["0"]}
    for _ in range(2):
        assert browser.post("/ideer/workshop/", save).status_code == 302
    assert list(shop.ideas.values_list("title", flat=True)) == ["Bænke"]


def test_an_empty_list_is_refused(browser: Client) -> None:
    answer = browser.post("/ideer/workshop/", {"lines": " \n - \n", "step": "look"})
    assert answer.status_code == 422
    assert "Sæt mindst én idé ind" in answer.content.decode()


def test_themes_are_listed_changed_and_added(browser: Client) -> None:
    assert "Boligen" in browser.get("/ideer/temaer/").content.decode()
    assert browser.get("/ideer/temaer/boligen/").status_code == 200
    taken = browser.post("/ideer/temaer/nyt/", {"name": "Boligen", "question": "?"})
    assert taken.status_code == 422
    assert browser.post("/ideer/temaer/nyt/", {"name": "Mad", "question": "?"}).status_code == 302
    assert Theme.objects.filter(key="mad").exists()
    assert browser.get("/ideer/temaer/ukendt/").status_code == 404


@pytest.mark.parametrize(("step", "optional"), [("overvej", True), ("vent", False), ("afslaa", False)])
def test_a_no_asks_for_its_reason_and_a_yes_may_have_one(
    browser: Client, give: Give, step: str, optional: bool
) -> None:
    idea = give("Flere bænke")
    page = browser.get(f"/ideer/{idea.public_id}/svar/{step}/").content.decode()
    assert ("(frivilligt)" in page) is optional
    refused = browser.post(f"/ideer/{idea.public_id}/svar/{step}/", {"reason": ""})
    assert refused.status_code == (302 if optional else 422)
    assert ("Skriv hvorfor, med en sætning eller to." in refused.content.decode()) is not optional
