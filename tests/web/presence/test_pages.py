"""Presence as pages: what waits first, one tap, the agenda."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from tests.harness.capturing import NOON, Ward
from tests.harness.queries import assert_same_query_count

from stillads.capture.actions.presence.meetings import add_point
from stillads.capture.actions.presence.planning import plan_presence
from stillads.capture.models import AgendaPoint, Presence
from stillads.organisation.policy import EMPLOYEE
from stillads.web.shell.instrument_pages import page_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(ward: Ward) -> Client:
    return ward.house.client_of(ward.nurse)


def _url(ward: Ward, name: str, *more: str) -> str:
    return reverse(f"presence:{name}", args=[ward.deployment("therapists").public_id, *more])


def _plan(ward: Ward, key: str, days: int = 0) -> Presence:
    begins = NOON + timedelta(days=days, hours=-1)
    return plan_presence(
        deployment=ward.deployment("therapists").public_id, function="therapist", starts_at=begins,
        ends_at=begins + timedelta(hours=1), key=key, viewer=ward.employee, at=ward.at,
    )[0]  # fmt: skip


def test_the_list_leads_to_the_place(ward: Ward, client: Client) -> None:
    text = client.get(reverse("presence:list")).content.decode()
    assert "Ét sted med planlagt tilstedeværelse." in text
    assert page_of("presence", ward.deployment("therapists").public_id) == _url(ward, "place")
    assert _url(ward, "place") in text
    assert page_of("nothing", "x") == ""


def test_one_tap_tells_that_it_came_off(ward: Ward, client: Client) -> None:
    row = _plan(ward, "p1")
    before = client.get(_url(ward, "place")).content.decode()
    assert "Én tid mangler svar: Blev det til noget?" in before
    done = client.post(_url(ward, "tell_yes", row.public_id), follow=True).content.decode()
    assert "Tak. Det er noteret, at det blev til noget." in done
    assert client.get(_url(ward, "tell_yes", row.public_id)).status_code == 405
    row.refresh_from_db()
    assert (row.came, row.minutes) == ("yes", 60)


def test_no_wants_its_reason_beside_the_field(ward: Ward, client: Client) -> None:
    url = _url(ward, "tell", _plan(ward, "p1").public_id)
    assert client.get(url).status_code == 200
    refused = client.post(url, {"came": "no"})
    assert refused.status_code == 422
    assert "Tiden er låst. Skriv, hvad der kom i vejen" in refused.content.decode()
    wrong = client.post(url, {"came": "partly", "minutes": "længe"})
    assert "for eksempel 45 min." in wrong.content.decode()
    assert client.post(url, {"came": "no", "why_not": "Syg"}).status_code == 302
    assert Presence.objects.get().why_not == "Syg"


def test_a_time_is_planned_and_taken_back(ward: Ward, client: Client) -> None:
    sent = {
        "function": "therapist", "person": "", "day": "2026-05-07", "begins": "09:00", "ends": "10:30",
        "weeks": "2", "idempotency_key": "k1",
    }  # fmt: skip
    wrong = client.post(_url(ward, "plan"), {**sent, "ends": "08:00"})
    assert wrong.status_code == 422 and "skal ligge efter starten" in wrong.content.decode()
    for _twice in range(2):
        assert client.post(_url(ward, "plan"), sent).status_code == 302
    assert Presence.objects.count() == 2
    url = _url(ward, "take_back", Presence.objects.order_by("pk")[0].public_id)
    assert client.post(url, {"why_not": ""}).status_code == 422
    assert client.post(url, {"why_not": "Kursus"}).status_code == 302
    assert "Kursus" in client.get(_url(ward, "place")).content.decode()


def test_a_point_goes_from_the_phone_to_the_minutes(ward: Ward, client: Client) -> None:
    assert "Noget til terapeuterne?" in client.get(_url(ward, "place")).content.decode()
    assert client.post(_url(ward, "add_point"), {"text": "CPR 010203-1234"}).status_code == 422
    client.post(_url(ward, "add_point"), {"text": "B-01 hoster", "idempotency_key": "k1"})
    point = AgendaPoint.objects.get()
    agenda = client.get(_url(ward, "agenda")).content.decode()
    assert "B-01 hoster" in agenda and _url(ward, "settle", point.public_id) in agenda
    url = _url(ward, "settle", point.public_id)
    assert client.get(url).status_code == 200
    assert client.post(url, {"what": "Ses torsdag", "version": "1"}).status_code == 302
    conflict = client.post(url, {"what": "Intet", "version": "1"})
    assert "En anden nåede det lige før dig." in conflict.content.decode()
    assert client.get(_url(ward, "hold")).status_code == 200
    done = client.post(_url(ward, "hold"), {"day": "2026-05-06", "minutes": "20"}, follow=True)
    assert "Ses torsdag" in done.content.decode()
    assert "1 punkt blev afsluttet på 20 minutter." in done.content.decode()


def test_pages_of_another_unit_are_closed(ward: Ward) -> None:
    stranger = ward.house.client(EMPLOYEE, "toftegaarden")
    for name in ("place", "plan", "agenda", "hold", "add_point"):
        assert stranger.get(_url(ward, name)).status_code == 403
    assert (
        "Der er ikke planlagt tilstedeværelse hos jer."
        not in stranger.get(reverse("presence:list")).content.decode()
    )


def test_the_place_costs_the_same_for_one_and_for_three(ward: Ward, client: Client) -> None:
    numbers = iter(range(99))

    def add() -> None:
        number = next(numbers)
        _plan(ward, f"a{number}")
        _plan(ward, f"b{number}", days=1)
        ward.participant()
        ref = ward.deployment("therapists").public_id
        add_point(deployment=ref, text="Et punkt", key=f"k{number}", viewer=ward.employee, at=ward.at)

    assert_same_query_count(show=lambda: client.get(_url(ward, "place")), add=add)
    assert_same_query_count(show=lambda: client.get(_url(ward, "agenda")), add=add)
