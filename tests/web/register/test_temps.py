"""Temps by the unit's poster: made and closed by the manager, without names, for the day, in the log by the link."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from tests.harness.capturing import NOON, Ward
from tests.web.register.test_taps import _url, _ward

from stillads.audit.models import AuditEvent
from stillads.capture.actions import temp_links
from stillads.capture.models import Entry, OpenLink
from stillads.kernel import clock
from stillads.organisation.policy import EMPLOYEE, MANAGER


@pytest.fixture
def ward(db: None, freeze: object) -> Ward:
    freeze(NOON)  # type: ignore[operator]
    return _ward()


def _posters(ward: Ward) -> str:
    return reverse("register:posters", args=[ward.house.units["elmely"].public_id])


def _poster(ward: Ward, client: Client) -> str:
    """Makes a poster; returns the address in its code."""
    said = {"name": "Personalestuen", "expires_on": "2026-05-20", "idempotency_key": "p1"}
    made = client.post(_posters(ward), said)
    assert client.post(_posters(ward), said)["Location"] == made["Location"]
    html = client.get(made["Location"]).content.decode()
    assert "Gælder til og med den 20. maj 2026." in html
    return html.partition('class="address">')[2].partition("<")[0].replace("http://testserver", "")


def test_a_temp_registers_without_a_log_in_and_the_log_names_the_poster(ward: Ward) -> None:
    address = _poster(ward, ward.house.client(MANAGER, "elmely"))
    temp = Client()
    assert temp.get(address)["Location"] == reverse("register:start")
    assert "Opkald" in temp.get(reverse("register:start")).content.decode()
    temp.post(_url(ward), {"event": "citizen", "idempotency_key": "t1"})
    entry, link = Entry.objects.get(), OpenLink.objects.get()
    assert (entry.actor_id, entry.source) == (None, "temp")
    logged = AuditEvent.objects.get(verb="capture.register")
    assert (logged.actor, logged.actor_name) == (
        f"link:{link.public_id}",
        "Vikar med plakaten „Personalestuen“",
    )
    assert address.split("/")[-2] not in str(link.__dict__)
    temp.post(_url(ward, "undo"), {"entry": entry.public_id})
    assert Entry.objects.get(voids=entry).source == "temp"


def test_it_opens_nothing_else_and_no_other_unit(ward: Ward) -> None:
    temp = Client()
    temp.get(_poster(ward, ward.house.client(MANAGER, "elmely")))
    away = reverse("register:tap", args=[ward.deployment("calls", "toftegaarden").public_id])
    assert temp.get(away).status_code == 403
    assert temp.get("/").status_code == 302
    assert temp.get(_posters(ward)).status_code == 302


def test_closed_over_or_from_yesterday_it_opens_nothing(ward: Ward) -> None:
    manager = ward.house.client(MANAGER, "elmely")
    address = _poster(ward, manager)
    temp = Client()
    temp.get(address)
    with clock.frozen(NOON + timedelta(hours=13)):
        assert temp.get(_url(ward)).status_code == 302
    with clock.frozen(NOON + timedelta(days=20)):
        assert "Plakaten gælder ikke længere" in Client().get(address).content.decode()
    link = OpenLink.objects.get().public_id
    unit = ward.house.units["elmely"].public_id
    manager.post(reverse("register:poster_close", args=[unit, link]))
    assert temp.get(_url(ward)).status_code == 302
    assert Client().get(address).status_code == 404
    assert "lukket" in manager.get(_posters(ward)).content.decode()


def test_what_is_about_somebody_needs_a_log_in(db: None, freeze: object) -> None:
    freeze(NOON)  # type: ignore[operator]
    ward = _ward(about_whom="must")
    person = ward.participant()
    temp = Client()
    temp.get(_poster(ward, ward.house.client(MANAGER, "elmely")))
    html = temp.get(_url(ward)).content.decode()
    assert "Den handler om en borger eller en kollega. Log ind for at registrere den." in html
    assert person.pseudonym not in html
    temp.post(_url(ward), {"event": "citizen", "participant": person.public_id})
    assert not Entry.objects.exists()


def test_more_than_people_can_tap_is_held_back(ward: Ward, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(temp_links, "_MOST", 2)
    temp = Client()
    temp.get(_poster(ward, ward.house.client(MANAGER, "elmely")))
    for number in range(3):
        answer = temp.post(_url(ward), {"event": "citizen", "idempotency_key": f"t{number}"})
    assert "Vent ti minutter." in answer.content.decode()
    assert Entry.objects.count() == 2


def test_only_those_who_set_up_make_posters(ward: Ward) -> None:
    assert ward.house.client(EMPLOYEE, "elmely").get(_posters(ward)).status_code == 403
    assert ward.house.client(MANAGER, "toftegaarden").get(_posters(ward)).status_code == 403
