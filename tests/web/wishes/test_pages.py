"""The wishes in a browser without a window: the list, hearing, acting, telling, closing."""

from datetime import date
from typing import Any

from django.test import Client
from tests.harness.capturing import NOON, Ward
from tests.harness.queries import assert_same_query_count

from stillads.capture.actions.wishes import hear_wish
from stillads.capture.models import Wish
from stillads.organisation.policy import COMMITTEE, EMPLOYEE


def _wish(ward: Ward, key: str = "w1", text: str = "Kaffe kl. 6") -> Wish:
    return hear_wish(
        deployment=ward.deployment("wishes").pk, participant=ward.participant().public_id, text=text, area="meals",
        on_behalf="relative", idempotency_key=key, viewer=ward.employee, at=NOON,
    )  # fmt: skip


def _text(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def test_an_empty_list_says_what_happens_next(browser: Client) -> None:
    text = _text(browser.get("/oensker/"))
    assert "Ingen ønsker venter." in text
    assert "til borgeren har fået at vide, hvad der blev af det" in text


def test_a_wish_is_heard_in_one_step_and_stands_on_the_list(ward: Ward, browser: Client) -> None:
    who = ward.participant()
    place = ward.deployment("wishes").public_id
    there = browser.get("/oensker/nyt/")
    assert there["Location"] == f"/oensker/nyt/{place}/"
    assert who.pseudonym in _text(browser.get(there["Location"]))
    sent = {
        "participant": who.public_id, "wish": "Ud i haven", "area": "bath", "on_behalf": "self",
        "idempotency_key": "k1",
    }  # fmt: skip
    for _twice in range(2):
        assert browser.post(there["Location"], sent)["Location"] == "/oensker/"
    assert Wish.objects.count() == 1
    text = _text(browser.get("/oensker/"))
    assert "Tak. Ønsket står på listen. Gør noget ved det senest 20. maj 2026." in text
    assert "1 ønske venter." in text and "Ud i haven" in text and "B-01 · Bad · Borgeren selv" in text


def test_what_is_wrong_stands_beside_its_field_and_nothing_typed_is_lost(ward: Ward, browser: Client) -> None:
    ward.participant()
    place = ward.deployment("wishes").public_id
    answer = browser.post(f"/oensker/nyt/{place}/", {"wish": "Ring til 010203-1234", "on_behalf": "self"})
    text = _text(answer)
    assert answer.status_code == 422
    assert "Teksten ser ud til at indeholde et CPR-nummer" in text and "Ring til 010203-1234" in text
    assert not Wish.objects.exists()


def test_acted_and_told_from_the_list(ward: Ward, browser: Client) -> None:
    wish = _wish(ward)
    assert "Det er gjort" in _text(browser.get("/oensker/"))
    sent = {"did": "Kaffen er sat frem", "version": "1", "idempotency_key": "k1"}
    assert browser.post(f"/oensker/{wish.public_id}/gjort/", sent)["Location"] == "/oensker/"
    text = _text(browser.get("/oensker/"))
    assert "Skrevet. Nu mangler borgeren kun at få det fortalt." in text
    assert "6. maj 2026: Kaffen er sat frem" in text and "Fortalt til borgeren" in text
    browser.post(f"/oensker/{wish.public_id}/fortalt/", {"version": "2", "idempotency_key": "k2"})
    wish.refresh_from_db()
    assert (wish.state, wish.told_on) == ("told", date(2026, 5, 6))
    page = _text(browser.get(f"/oensker/{wish.public_id}/"))
    assert "Gjort og fortalt" in page and "Anna Dam" in page
    assert "Gjort og fortalt" in _text(browser.get(f"/oensker/borger/{wish.participant.public_id}/"))


def test_a_step_that_is_refused_keeps_what_was_typed(ward: Ward, browser: Client) -> None:
    wish = _wish(ward)
    late = browser.post(
        f"/oensker/{wish.public_id}/gjort/", {"did": "Te", "version": "7", "idempotency_key": "k"}
    )
    assert late.status_code == 422
    assert "En anden har skrevet her imens." in _text(late) and 'value="Te"' in _text(late)
    empty = browser.post(f"/oensker/{wish.public_id}/luk/", {"why": "", "version": "1"})
    assert empty.status_code == 422 and "<details open" in _text(empty).replace(' class="details"', "")
    browser.post(f"/oensker/{wish.public_id}/luk/", {"why": "Køkkenet er lukket", "version": "1"})
    assert "Køkkenet er lukket" in _text(browser.get(f"/oensker/{wish.public_id}/"))


def test_whoever_does_not_work_there_gets_no_further(ward: Ward) -> None:
    wish = _wish(ward)
    stranger = ward.house.client(EMPLOYEE, "toftegaarden")
    assert stranger.get(f"/oensker/{wish.public_id}/").status_code in {403, 404}
    assert wish.text not in _text(stranger.get("/oensker/"))
    assert ward.house.client(COMMITTEE).get("/oensker/").status_code == 403


def test_pages_cost_the_same_with_one_and_three(ward: Ward, browser: Client) -> None:
    keys = iter("abcdef")
    assert_same_query_count(show=lambda: browser.get("/oensker/"), add=lambda: _wish(ward, next(keys)))
