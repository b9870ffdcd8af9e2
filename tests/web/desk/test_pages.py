"""The desk as pages: the queue in taps, the shelf, loans, those who wait, closed days."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from tests.harness.capturing import Ward
from tests.harness.queries import assert_same_query_count

from stillads.capture.actions.desk.items import add_items, stock_desk
from stillads.capture.actions.desk.loans import lend
from stillads.capture.actions.desk.queue import walk_in
from stillads.capture.actions.desk.waiting import wait_for
from stillads.capture.models import DeskItem, Entry, Loan, Visit, Waiting
from stillads.organisation.policy import EMPLOYEE

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(ward: Ward) -> Client:
    stock_desk(deployment=ward.deployment("desk").public_id, viewer=ward.employee, at=ward.at)
    return ward.house.client_of(ward.nurse)


def _url(ward: Ward, name: str, *more: str) -> str:
    return reverse(f"desk:{name}", args=[ward.deployment("desk").public_id, *more])


def _text(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_first_look_puts_the_catalogue_on_the_shelf(ward: Ward) -> None:
    client = ward.house.client_of(ward.nurse)
    assert "Én skranke." in _text(client, reverse("desk:list"))
    for _twice in range(2):
        assert "Ingen venter." in _text(client, _url(ward, "queue"))
    assert DeskItem.objects.count() == 7
    assert "2 af 2 på hylden." in _text(client, _url(ward, "shelf"))


def test_somebody_goes_through_the_queue_in_taps(ward: Ward, client: Client) -> None:
    assert client.get(_url(ward, "walk_in")).status_code == 200
    client.post(_url(ward, "walk_in"), {"arrived": "walked_in", "called": "Grethe", "idempotency_key": "k1"})
    page = _text(client, _url(ward, "queue"))
    assert "Én venter. Den næste er Grethe, som har ventet 0 min." in page
    assert "Kald op: Grethe." in client.post(_url(ward, "next"), follow=True).content.decode()
    assert "Ingen venter." in client.post(_url(ward, "next"), follow=True).content.decode()
    visit = Visit.objects.get()
    url = _url(ward, "finish", visit.public_id)
    assert "Er der andet, du mangler?" in _text(client, url)
    sent = {"errand": "try", "other_needs": "Badebænk", "version": "2"}
    assert client.post(url, {**sent, "version": "1"}).status_code == 422
    assert client.post(url, sent).status_code == 302
    assert Entry.objects.get(form="visit").answers["other_needs"] == "Badebænk"
    assert "én er blevet hjulpet i dag" in _text(client, _url(ward, "queue"))


def test_a_time_is_booked_and_a_full_one_is_not_offered(ward: Ward, client: Client) -> None:
    slot = re.findall(r'value="(2026-05-11T10:00[^"]+)"', _text(client, _url(ward, "book")))[0]
    for number in range(2):
        sent = {"slot": slot, "called": "", "idempotency_key": f"k{number}"}
        assert client.post(_url(ward, "book"), sent).status_code == 302
    assert slot not in _text(client, _url(ward, "book"))
    refused = client.post(_url(ward, "book"), {"slot": slot, "idempotency_key": "k9"})
    assert refused.status_code == 422 and Visit.objects.count() == 2


def test_a_visit_moves_by_posts_alone(ward: Ward, client: Client) -> None:
    visit = walk_in(
        deployment=ward.deployment("desk").public_id, key="w1", viewer=ward.employee, at=ward.at
    ).public_id
    assert client.get(_url(ward, "move", visit, "kald")).status_code == 405
    assert client.post(_url(ward, "move", visit, "flyv")).status_code == 404
    assert client.post(_url(ward, "move", visit, "udeblev"), {"version": "1"}).status_code == 302
    assert client.post(_url(ward, "move", visit, "kald"), {"version": "1"}).status_code == 409


def test_a_thing_is_lent_and_given_back_by_its_label(ward: Ward, client: Client) -> None:
    item = DeskItem.objects.get(label="Rollator 1").public_id
    url = reverse("desk:item", args=[item])
    assert f"http://testserver{url}" not in _text(
        client, _url(ward, "labels")
    )  # the address of the house itself
    assert _text(client, _url(ward, "labels")).count("<svg") >= 7
    assert "Lånes den ud i dag, skal den være retur senest mandag 8. juni." in _text(client, url)
    for _twice in range(2):
        client.post(url, {"version": "1", "idempotency_key": "k1"})
    assert Loan.objects.count() == 1
    assert client.post(url, {"version": "1", "idempotency_key": "k2"}).status_code == 422
    assert "Udlånt siden 6. maj" in _text(client, url)
    assert "Én ting er udlånt, ingen for sent." in _text(client, _url(ward, "loans"))
    client.post(_url(ward, "wait"), {"line": "walker", "called": "Poul", "idempotency_key": "w1"})
    back = reverse("desk:give_back", args=[item])
    assert client.get(back).status_code == 200
    client.post(back, {"condition": "repair"})
    assert "skal repareres" in _text(client, url)
    state = reverse("desk:item_state", args=[item])
    assert client.get(state).status_code == 200
    assert client.post(state, {"state": "in", "version": "3"}).status_code == 302
    assert DeskItem.objects.get(public_id=item).state == "in"


def test_who_waited_gets_it_in_one_tap(ward: Ward, client: Client) -> None:
    sent = {"line": "walker", "called": "Poul", "idempotency_key": "w1"}
    assert client.get(_url(ward, "wait")).status_code == 200
    client.post(_url(ward, "wait"), sent)
    waiting = Waiting.objects.get().public_id
    assert "Klar siden 6. maj: ring" in _text(client, _url(ward, "waiting"))
    assert "Ring til én på ventelisten: Tingen er klar." in _text(client, _url(ward, "queue"))
    done = client.post(_url(ward, "lend_to", waiting), follow=True).content.decode()
    assert "Udlånt til Poul." in done and "Ingen venter." in done
    assert client.post(_url(ward, "lend_to", waiting)).status_code == 409
    assert Loan.objects.count() == 1
    client.post(_url(ward, "wait"), {**sent, "called": "Inger", "idempotency_key": "w2"})
    last = Waiting.objects.get(called="Inger").public_id
    assert client.post(_url(ward, "end_waiting", last)).status_code == 302


def test_an_overdue_loan_is_reminded(ward: Ward, client: Client) -> None:
    item = DeskItem.objects.get(label="Rollator 1").public_id
    loan = lend(item=item, key="l1", viewer=ward.employee, at=ward.at)
    Loan.objects.update(due_on="2026-05-04")
    assert "Én ting er udlånt, heraf 1 for sent." in _text(client, _url(ward, "loans"))
    assert "Ét udlån skulle være kommet retur." in _text(client, _url(ward, "queue"))
    client.post(_url(ward, "remind", loan.public_id))
    assert "rykket 6. maj" in _text(client, _url(ward, "loans"))


def test_a_day_is_closed_and_opened(ward: Ward, client: Client) -> None:
    assert "2 ad gangen" in _text(client, _url(ward, "hours"))
    assert client.post(_url(ward, "hours"), {"day": "2026-05-01"}).status_code == 422
    client.post(_url(ward, "hours"), {"day": "2026-05-11", "why": "Kursus"})
    assert "Næste lukkedag er mandag 11. maj: Kursus." in _text(client, _url(ward, "hours"))
    assert client.post(_url(ward, "open_day"), {"day": "i morgen"}).status_code == 404
    client.post(_url(ward, "open_day"), {"day": "2026-05-11"})
    assert "Kursus" not in _text(client, _url(ward, "hours"))


def test_fittings_deliveries_and_more_copies(ward: Ward, client: Client) -> None:
    assert "Hvad blev tilpasset?" in _text(client, _url(ward, "fitting"))
    client.post(_url(ward, "fitting"), {"item": "walker", "fitted": "Håndtag hævet 2 cm"})
    assert client.post(_url(ward, "delivery"), {"right": "no"}).status_code == 422
    wrong = {"item": "walker", "went": "wrong_place", "right": "no", "driver_says": "Nøgleboks på bagsiden"}
    client.post(_url(ward, "delivery"), wrong)
    assert [e.answers for e in Entry.objects.order_by("pk")] == [
        {"item": "walker", "fitted": "Håndtag hævet 2 cm"}, wrong,
    ]  # fmt: skip
    assert "Én levering gik galt de sidste syv dage." in _text(client, _url(ward, "queue"))
    noted = _text(client, _url(ward, "notes"))
    assert "1 af 1 levering gik galt." in noted
    assert "Rollator" in noted and "Nøgleboks på bagsiden" in noted
    assert client.get(_url(ward, "add_items")).status_code == 200
    client.post(_url(ward, "add_items"), {"line": "tongs", "count": "2"})
    assert DeskItem.objects.filter(line="tongs").count() == 7


def test_pages_of_another_unit_are_closed(ward: Ward, client: Client) -> None:
    stranger = ward.house.client(EMPLOYEE, "toftegaarden")
    names = ("queue", "walk_in", "book", "shelf", "labels", "loans", "waiting", "hours", "fitting", "notes")
    assert {stranger.get(_url(ward, name)).status_code for name in names} == {403}


@pytest.mark.parametrize("name", ["queue", "shelf", "loans", "waiting", "labels", "notes"])
def test_lists_cost_the_same_for_one_and_for_three(ward: Ward, client: Client, name: str) -> None:
    ref, numbers = ward.deployment("desk").public_id, iter(range(99))

    def add() -> None:
        number = next(numbers)
        walk_in(deployment=ref, key=f"w{number}", viewer=ward.employee, at=ward.at)
        made = add_items(deployment=ref, line="walker", count=1, viewer=ward.employee, at=ward.at)[0]
        person = ward.participant().public_id
        lend(item=made.public_id, participant=person, key=f"l{number}", viewer=ward.employee, at=ward.at)
        wait_for(
            deployment=ref, line="walker", called=f"B{number}", key=f"v{number}", viewer=ward.employee, at=ward.at
        )  # fmt: skip

    assert_same_query_count(show=lambda: client.get(_url(ward, name)), add=add)
