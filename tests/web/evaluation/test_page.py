"""The booklet's page itself, edited in place."""

import re

import pytest
from django.test import Client
from tests.evaluation.conftest import Desk, desk, make_phase  # noqa: F401
from tests.harness.queries import assert_same_query_count

from stillads.evaluation.actions import save_text, submit
from stillads.organisation.policy import CONSULTANT

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture
def client(desk: Desk) -> Client:  # noqa: F811
    return desk.house.client_of(desk.lead)


def element(html: str, anchor: str) -> str:
    """The section with that id, as markup, without what differs from one request to the next."""
    found = re.search(rf'<section[^>]* id="{anchor}".*?</section>', html, re.S)
    assert found, anchor
    return re.sub(r'value="[A-Za-z0-9_-]{32,}"', "", re.sub(r"\s+", " ", found[0]))


def test_the_page_says_first_what_is_missing(desk: Desk, client: Client) -> None:  # noqa: F811
    page = client.get(f"/evaluering/{desk.key}/")
    assert page.status_code == 200
    assert (
        "Nothing is written yet" in page.content.decode()
        or "Her står endnu ikke noget" in page.content.decode()
    )


def test_a_text_is_saved_and_the_part_swapped_in_equals_the_fresh_page(desk: Desk, client: Client) -> None:  # noqa: F811
    url = f"/evaluering/{desk.key}/tekst/assessment/"
    form = client.get(url, headers=HTMX).content.decode()
    assert "<textarea" in form and "<html" not in form
    swapped = client.post(url, {"text": "Det gik godt.", "version": "1"}, headers=HTMX)
    fresh = client.get(f"/evaluering/{desk.key}/").content.decode()
    assert element(swapped.content.decode(), "tekst-assessment") == element(fresh, "tekst-assessment")
    assert "Det gik godt." in fresh


def test_without_script_the_form_stands_in_the_page_and_leads_back_to_it(desk: Desk, client: Client) -> None:  # noqa: F811
    url = f"/evaluering/{desk.key}/felt/advantage/citizen/nyt/"
    assert "<html" in client.get(url).content.decode()
    answer = client.post(url, {"text": "Færre opkald", "evidence": "measured"})
    assert answer.status_code == 422
    assert "Færre opkald" in answer.content.decode()
    answer = client.post(url, {"text": "Færre opkald", "evidence": "survey", "source": "Skema i uge 33"})
    assert answer["Location"] == f"/evaluering/{desk.key}/#felt-advantage-citizen"
    (finding,) = desk.page().box("advantage", "citizen").findings
    assert (finding.plain, finding.links[0].source) == ("Færre opkald", "Skema i uge 33")


def test_two_versions_are_shown_side_by_side(desk: Desk, client: Client) -> None:  # noqa: F811
    save_text(phase=desk.key, key="impression", text="Den ene", viewer=desk.manager, at=desk.at)
    url = f"/evaluering/{desk.key}/tekst/impression/"
    client.post(url, {"text": "Den anden", "version": "1"})
    html = element(client.get(f"/evaluering/{desk.key}/").content.decode(), "tekst-impression")
    assert "Den ene" in html and "Den anden" in html
    kept = desk.page().texts["impression"].kept[0].id
    client.post(
        f"/evaluering/{desk.key}/to-udgaver/{kept}/", {"valg": "samlet", "text": "Begge", "version": "2"}
    )
    assert desk.page().texts["impression"].plain == "Begge"


def test_logged_out_meanwhile_the_words_come_back(desk: Desk) -> None:  # noqa: F811
    answer = Client().post(
        f"/evaluering/{desk.key}/tekst/assessment/", {"text": "En lang og god tekst", "version": "1"}
    )
    assert answer.status_code == 401
    assert "En lang og god tekst" in answer.content.decode()


def test_the_page_costs_the_same_with_one_finding_and_with_three(desk: Desk, client: Client) -> None:  # noqa: F811
    assert_same_query_count(
        show=lambda: client.get(f"/evaluering/{desk.key}/"),
        add=lambda: desk.finding(),
    )


def test_every_part_can_be_opened_and_left(desk: Desk, client: Client) -> None:  # noqa: F811
    base = f"/evaluering/{desk.key}/"
    for path in (
        "tekst/description/", "felt/barrier/economy/", "felt/barrier/economy/nyt/", "anbefaling/ny/",
        "vurdering/citizen/", "oekonomi/ny/", "laering/", "tal/nyt/", "fra-sidste-afproevning/",
    ):  # fmt: skip
        assert client.get(base + path).status_code == 200, path
        assert client.get(base + path + "?vis", headers=HTMX).status_code == 200, path


def test_a_refused_button_says_why_and_leaves_the_page_alone(desk: Desk, client: Client) -> None:  # noqa: F811
    save_text(phase=desk.key, key="impression", text="Den ene", viewer=desk.manager, at=desk.at)
    client.post(f"/evaluering/{desk.key}/tekst/impression/", {"text": "Den anden", "version": "1"})
    kept = desk.page().texts["impression"].kept[0].id
    answer = client.post(
        f"/evaluering/{desk.key}/to-udgaver/{kept}/",
        {"valg": "samlet", "text": "Ring til 010190-1234", "version": "2"},
        headers=HTMX,
    )
    assert (answer["HX-Retarget"], "CPR" in answer.content.decode()) == ("#beskeder", True)
    assert len(desk.page().texts["impression"].kept) == 1


def test_wishes_that_are_refused_stay_in_their_field(desk: Desk) -> None:  # noqa: F811
    desk.whole()
    submit(phase=desk.key, viewer=desk.lead_viewer, at=desk.at)
    client = desk.house.client(CONSULTANT)
    url = f"/evaluering/{desk.key}/oensk-aendringer/"
    answer = client.post(url, {"reason": "Spørg 010190-1234"})
    assert answer.status_code == 422
    assert "Spørg 010190-1234" in answer.content.decode()
    assert client.post(url, {"reason": "Skriv tallet ind"}).status_code == 302
    assert desk.page().steps[-1].reason == "Skriv tallet ind"


def test_before_it_is_opened_the_page_offers_to_open_it(desk: Desk, client: Client) -> None:  # noqa: F811
    phase = make_phase(desk.house, desk.lead, desk.consultant, key="2026-3")
    url = f"/evaluering/{phase.public_id}/"
    assert f'action="{url}begynd/"' in client.get(url).content.decode()
    assert client.post(f"{url}begynd/").status_code == 302
    assert 'id="tekst-assessment"' in client.get(url).content.decode()
    assert client.get("/evaluering/findesikke/").status_code == 404
