"""The page of what has come in for a phase, and taking a registration back."""

from typing import Any

import pytest
from django.test import Client
from tests.conftest import Freeze
from tests.harness.capturing import NOON, Ward, new_ward
from tests.harness.queries import queries_of

from stillads.audit.models import AuditEvent
from stillads.capture.models import Entry
from stillads.kernel.viewer import Viewer
from stillads.organisation.models import Person
from stillads.organisation.policy import EMPLOYEE


@pytest.fixture
def ward(db: None, freeze: Freeze) -> Ward:
    freeze(NOON)
    return new_ward(only=["calls", "wishes"])


def _url(ward: Ward, *more: str) -> str:
    return "/".join(
        (f"/proevehandlinger/{ward.phase.trial.public_id}/fase/{ward.phase.public_id}/registreringer", *more, "")
    )  # fmt: skip


def _client(ward: Ward, viewer: Viewer) -> Client:
    assert viewer.person_id is not None
    return ward.house.client_of(Person.objects.get(pk=viewer.person_id))


def _text(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def test_the_sentence_says_how_much_and_who_is_silent(ward: Ward) -> None:
    lead = _client(ward, ward.lead)
    assert lead.get(_url(ward)).context["shown"].answer == "Der er ikke registreret noget endnu."
    ward.says("calls", "event", "k1", raw={"event": "citizen"})
    ward.says("calls", "event", "k2", raw={"event": "relative", "minutes": "4"})
    shown = lead.get(_url(ward)).context["shown"]
    assert shown.answer == "2 registreringer i alt, heraf 2 de sidste syv dage."
    assert shown.playbook == "Alle redskaber, version 1"
    assert [(part.title, part.sentence, part.cost) for part in shown.parts] == [
        ("Opkald", "2 registreringer. Ingen de sidste syv dage fra Toftegaarden.",
         "Det koster hver medarbejder 5,0 minutter om ugen."),
        ("Ønsker", "Der er ikke registreret noget endnu.", ""),
    ]  # fmt: skip


def test_it_costs_the_same_with_one_registration_and_with_three(ward: Ward) -> None:
    lead = _client(ward, ward.lead)
    ward.says("calls", "event", "k1", raw={"event": "citizen"})
    lead.get(_url(ward))
    one = len(queries_of(lambda: lead.get(_url(ward))))
    entries = _url(ward, ward.deployment("calls").public_id)
    one_line = len(queries_of(lambda: lead.get(entries)))
    ward.says("calls", "event", "k2", raw={"event": "citizen"})
    ward.says("calls", "event", "k3", raw={"event": "citizen"})
    assert len(queries_of(lambda: lead.get(_url(ward)))) == one
    assert len(queries_of(lambda: lead.get(entries))) == one_line


def test_each_registration_in_words_and_taken_back_with_a_reason(ward: Ward) -> None:
    made = ward.says("calls", "event", "k1", raw={"event": "citizen", "avoidable": "no"})
    client = ward.house.client_of(ward.nurse)
    entries = _url(ward, ward.deployment("calls").public_id)
    row = client.get(entries).context["rows"][0]
    assert (row.when, row.who, row.answers) == (
        "6. maj 2026 kl. 12.00", "Anna Dam",
        (("Hvem ringede?", "Borger"), ("Kunne opkaldet være undgået?", "Nej")),
    )  # fmt: skip
    assert AuditEvent.objects.filter(verb="capture.entries.read").exists()
    back = f"{entries}{made.entry.public_id}/fortryd/"
    assert client.post(back, {"reason": ""}).status_code == 422
    assert client.post(back, {"reason": "Forkert knap"})["Location"] == entries
    assert client.get(entries).context["rows"][0].taken_back == "Fortrudt: Forkert knap"
    assert Entry.objects.count() == 2


def test_a_colleague_cannot_take_it_back_but_the_manager_can(ward: Ward) -> None:
    made = ward.says("calls", "event", "k1", raw={"event": "citizen"})
    back = _url(ward, ward.deployment("calls").public_id, made.entry.public_id, "fortryd")
    refused = ward.house.client(EMPLOYEE, "elmely").post(back, {"reason": "Nej"})
    said = "En anden har registreret det. Bed din kollega eller din leder om at fortryde det."
    assert said in _text(refused)
    manager = _client(ward, ward.manager)
    assert manager.post(back, {"reason": "Efter aftale"}).status_code == 302


def test_another_units_employee_sees_numbers_but_no_registrations(ward: Ward) -> None:
    ward.says("calls", "event", "k1", raw={"event": "citizen"})
    other = ward.house.client(EMPLOYEE, "toftegaarden")
    assert other.get(_url(ward)).context["shown"].parts[0].sites[0].may_read is False
    assert other.get(_url(ward, ward.deployment("calls").public_id)).status_code in {403, 404}
    assert other.get(_url(ward, "nothere")).status_code == 404


def test_after_the_trial_some_of_it_goes_on_where_the_manager_says_so_and_stops_with_a_reason(
    ward: Ward,
) -> None:
    manager = _client(ward, ward.manager)
    page = manager.get(_url(ward, "fortsaet"))
    assert "Fra i morgen registreres det her uden prøvehandlingen: Opkald, Ønsker." in _text(page)
    elmely = ward.house.units["elmely"].public_id
    assert manager.post(_url(ward, "fortsaet"), {"units": [elmely]})["Location"] == _url(ward)
    assert [u.name for u in manager.get(_url(ward)).context["daily"].running] == ["Elmely"]
    again = manager.get(_url(ward, "fortsaet"))
    assert "Det fortsætter allerede alle de steder, hvor du kan bestemme det." in _text(again)
    stop = _url(ward, "stop", elmely)
    assert manager.post(stop, {"reason": ""}).status_code == 422
    assert manager.post(stop, {"reason": "Vi bruger det ikke"})["Location"] == _url(ward)
    assert manager.get(_url(ward)).context["daily"].running == ()
    assert manager.get(stop).status_code == 404


def test_an_employee_decides_nothing_about_daily_operation(ward: Ward) -> None:
    assert ward.house.client_of(ward.nurse).get(_url(ward, "fortsaet")).status_code == 403
