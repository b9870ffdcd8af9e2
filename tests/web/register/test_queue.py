"""What a phone sends of its queue: each item kept, there already, refused with a reason, or left to wait."""

import json
import re
from datetime import date, datetime, timedelta
from typing import Any

from django.test import Client
from django.urls import reverse
from tests.harness.capturing import END, NOON, Ward
from tests.harness.playbooks import playbook, playbook_data

from stillads.capture.models import Deployment, Entry
from stillads.kernel import clock
from stillads.kernel.clock import COPENHAGEN
from stillads.organisation.policy import EMPLOYEE
from stillads.playbooks.actions.versions import publish_playbook
from stillads.trials.actions.playbook import choose_playbook


def _url(ward: Ward, name: str = "batch") -> str:
    return reverse(f"register:{name}", args=[ward.deployment("calls").public_id])


def _seal(client: Client, ward: Ward) -> str:
    html = client.get(_url(ward, "tap")).content.decode()
    found = re.search(r'data-seal="([^"]+)"', html)
    assert found
    return found.group(1)


def _item(key: str, seal: str, tapped: datetime = NOON, **more: Any) -> dict[str, Any]:
    return {"key": key, "seal": seal, "raw": {"event": ["citizen"]}, "tapped_at": tapped.isoformat(), **more}


def _send(client: Client, ward: Ward, *items: dict[str, Any], sent: datetime = NOON) -> dict[str, Any]:
    answer = client.post(
        _url(ward), json.dumps({"sent_at": sent.isoformat(), "items": items}), content_type="application/json"
    )
    assert answer.status_code == 200, answer.content
    told: dict[str, Any] = answer.json()
    return told


def _results(told: dict[str, Any]) -> list[str]:
    return [each["result"] for each in told["results"]]


def test_ten_at_once_sent_again_are_there_once(ward: Ward) -> None:
    client = ward.house.client_of(ward.nurse)
    items = [_item(f"k{n}", _seal(client, ward), NOON - timedelta(minutes=n)) for n in range(10)]
    assert _results(_send(client, ward, *items)) == ["kept"] * 10
    again = _send(client, ward, *items, sent=NOON + timedelta(seconds=40))
    assert (_results(again), again["today"]) == (["again"] * 10, 10)
    assert Entry.objects.count() == 10
    assert {entry.source for entry in Entry.objects.all()} == {"queue"}


def test_one_that_is_wrong_leaves_the_others_and_says_why(ward: Ward) -> None:
    client = ward.house.client_of(ward.nurse)
    seal = _seal(client, ward)
    wrong = _item("k1", seal, raw={"event": ["citizen"], "minutes": ["længe"]})
    told = _send(client, ward, _item("k0", seal), wrong, _item("k2", seal))
    assert _results(told) == ["kept", "refused", "kept"]
    assert told["results"][1]["reason"] == "Skriv, hvor længe det varede, for eksempel 45 min."


def test_a_clock_that_is_wrong_is_put_right_and_stays_one_registration(ward: Ward) -> None:
    """The phone is nine hours ahead, and its answer was lost once."""
    client = ward.house.client_of(ward.nurse)
    ahead = timedelta(hours=9)
    item = _item("k1", _seal(client, ward), NOON + ahead - timedelta(minutes=5))
    _send(client, ward, item, sent=NOON + ahead)
    assert _results(_send(client, ward, item, sent=NOON + ahead + timedelta(minutes=1))) == ["again"]
    assert Entry.objects.get().occurred_at == NOON - timedelta(minutes=5)


def test_a_clock_that_was_set_back_to_its_first_day_is_put_right(ward: Ward) -> None:
    """The battery was empty: the phone taps and sends in 1970."""
    client = ward.house.client_of(ward.nurse)
    then = datetime(1970, 1, 1, 1, 5, tzinfo=COPENHAGEN)
    item = _item("k1", _seal(client, ward), then)
    assert _results(_send(client, ward, item, sent=then + timedelta(minutes=10))) == ["kept"]
    assert Entry.objects.get().occurred_at == NOON - timedelta(minutes=10)


def test_a_clock_put_right_between_tap_and_sending_is_refused_and_kept_to_be_put_right(ward: Ward) -> None:
    client = ward.house.client_of(ward.nurse)
    seal, then = _seal(client, ward), datetime(1970, 1, 1, 1, 5, tzinfo=COPENHAGEN)
    told = _send(client, ward, _item("k1", seal, then))
    assert (_results(told), told["results"][0]["reason"]) == (
        ["refused"], "Registreringen begynder den 16. marts 2026.",
    )  # fmt: skip
    assert _results(_send(client, ward, _item("k2", seal, NOON))) == ["kept"]  # put right on the phone


def test_a_forgotten_event_keeps_its_day_however_late_it_is_sent(ward: Ward) -> None:
    client = ward.house.client_of(ward.nurse)
    tapped = NOON - timedelta(days=6)
    _send(client, ward, _item("k1", _seal(client, ward), tapped, days_back=1, clock="07:30"))
    entry = Entry.objects.get()
    assert entry.occurred_at == datetime(2026, 4, 29, 7, 30, tzinfo=COPENHAGEN)


def test_taken_back_in_the_queue_it_is_kept_and_does_not_count(ward: Ward) -> None:
    client = ward.house.client_of(ward.nurse)
    seal = _seal(client, ward)
    told = _send(client, ward, _item("k1", seal), _item("k2", seal, raw={}, undo="k1"))
    assert (_results(told), told["today"]) == (["kept", "kept"], 0)
    replayed = _send(client, ward, _item("k1", seal), _item("k2", seal, raw={}, undo="k1"))
    assert (_results(replayed), replayed["today"]) == (["again", "again"], 0)  # what was undone stays undone
    assert _results(_send(client, ward, _item("k3", seal, raw={}, undo="nothing"))) == ["again"]


def test_what_a_colleague_tapped_waits_until_it_is_theirs(ward: Ward) -> None:
    client = ward.house.client_of(ward.nurse)
    seal = _seal(client, ward)
    other = ward.house.client(EMPLOYEE, "elmely")
    told = _send(other, ward, _item("k1", seal), _item("k2", "forged"), _item("k3", _seal(other, ward)))
    assert _results(told) == ["other", "other", "kept"]
    assert Entry.objects.get().actor_id != ward.nurse.pk
    assert _results(_send(client, ward, _item("k1", seal))) == ["kept"]


def test_the_trial_ended_meanwhile_what_was_tapped_in_time_is_kept(ward: Ward) -> None:
    client = ward.house.client_of(ward.nurse)
    seal = _seal(client, ward)
    after = datetime(2026, 7, 25, 9, tzinfo=COPENHAGEN)
    in_time = datetime(END.year, END.month, END.day, 20, tzinfo=COPENHAGEN)
    with clock.frozen(after):
        client = ward.house.client_of(ward.nurse)
        told = _send(client, ward, _item("k1", seal, in_time), _item("k2", seal, after), sent=after)
    assert _results(told) == ["kept", "refused"]
    assert told["results"][1]["reason"] == "Registreringen sluttede den 21. juli 2026."
    assert Entry.objects.get().local_day == date(2026, 7, 21)


def test_an_instrument_that_is_gone_refuses_in_words_and_nothing_is_lost(ward: Ward) -> None:
    client = ward.house.client_of(ward.nurse)
    seal, url = _seal(client, ward), _url(ward)
    Deployment.objects.filter(pk=ward.deployment("calls").pk).delete()
    answer = client.post(
        url, {"sent_at": NOON.isoformat(), "items": [_item("k1", seal)]}, content_type="application/json"
    ).json()
    assert answer["results"][0]["result"] == "refused"
    assert answer["results"][0]["reason"].startswith("Registreringen er blevet ændret")


def _changed(ward: Ward, **calls: Any) -> Deployment:
    """The phase moves to a newer version of its playbook at noon; the register at Elmely that took over."""
    instruments = playbook_data()["instruments"]
    instruments[0] |= calls
    newer = publish_playbook(
        content=playbook(instruments=instruments, summary={"da": "Ny", "en": "New"}),
        viewer=ward.consultant,
        at=NOON,
    )
    choose_playbook(phase=ward.phase.pk, version=newer.public_id, viewer=ward.consultant, at=NOON)
    return Deployment.objects.get(
        instrument__key="calls", instrument__version=newer, unit__key="elmely"
    )  # fmt: skip


def test_a_playbook_changed_under_way_loses_nothing_that_was_tapped_on_the_old_one(ward: Ward) -> None:
    """Nothing had been sent from the old register; a phone without coverage held three taps and an undo."""
    client = ward.house.client_of(ward.nurse)
    seal = _seal(client, ward)
    newer = _changed(ward)
    evening, morning = NOON + timedelta(hours=8), NOON + timedelta(days=1)
    with clock.frozen(morning):
        client = ward.house.client_of(ward.nurse)
        told = _send(
            client, ward, _item("k1", seal, NOON - timedelta(hours=2)), _item("k2", seal, evening),
            _item("k3", seal, morning), _item("k4", seal, morning), _item("k5", seal, morning, raw={}, undo="k4"),
            sent=morning,
        )  # fmt: skip
        again = _send(client, ward, _item("k3", seal, morning), sent=morning)
    assert (_results(told), _results(again), told["today"]) == (["kept"] * 5, ["again"], 1)
    rows = Entry.objects.filter(form="event").order_by("idempotency_key")
    assert [(entry.idempotency_key, entry.version.number, hasattr(entry, "voided_by")) for entry in rows] == [
        ("k1", 1, False), ("k2", 1, False), ("k3", 2, False), ("k4", 2, True),
    ]  # fmt: skip
    assert {entry.deployment_id for entry in rows if entry.version.number == 2} == {newer.pk}


def test_what_no_longer_fits_the_changed_playbook_is_refused_with_the_reason(ward: Ward) -> None:
    client = ward.house.client_of(ward.nurse)
    seal = _seal(client, ward)
    _changed(ward, buttons=[{"key": "colleague", "text": "Kollega"}])
    morning = NOON + timedelta(days=1)
    with clock.frozen(morning):
        told = _send(ward.house.client_of(ward.nurse), ward, _item("k1", seal, morning), sent=morning)
    assert _results(told) == ["refused"]
    assert told["results"][0]["reason"] == (
        "Det, I registrerer her, er ændret siden. Vælg et af svarene på listen."
    )


def test_the_page_of_the_old_register_leads_to_the_one_that_took_over(ward: Ward) -> None:
    client = ward.house.client_of(ward.nurse)
    newer = _changed(ward)
    assert client.get(_url(ward, "tap"))["Location"] == reverse("register:tap", args=[newer.public_id])
    start = client.get(reverse("register:start")).content.decode()
    assert start.count("Opkald</strong>") == 1


def test_what_cannot_be_read_is_told(ward: Ward) -> None:
    client = ward.house.client_of(ward.nurse)
    seal = _seal(client, ward)
    for body in (b"no", b"[]", b'{"sent_at": 3, "items": []}', b'{"items": [1]}'):
        assert client.post(_url(ward), body, content_type="application/json").status_code == 400
    for wrong in ({"tapped_at": "2026-05-06T12:00"}, {"days_back": -1}, {"raw": {"event": "citizen"}}):
        item = _item("k1", seal) | wrong
        answer = client.post(
            _url(ward), {"sent_at": NOON.isoformat(), "items": [item]}, content_type="application/json"
        )
        assert (answer.status_code, answer.json()["reason"]) == (
            400,
            "Vi kunne ikke læse det, telefonen sendte.",
        )
    assert not Entry.objects.exists()


def test_signed_out_it_is_sent_to_sign_in_and_without_the_token_it_is_refused(ward: Ward) -> None:
    assert Client().post(_url(ward), b"{}", content_type="application/json").status_code == 302
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(ward.nurse.user)  # type: ignore[arg-type]
    assert strict.post(_url(ward), b"{}", content_type="application/json").status_code == 403
    told = strict.get(_url(ward, "now")).json()
    assert told["owner"] == f"person:{ward.nurse.public_id}"
    sent = strict.post(
        _url(ward), {"sent_at": NOON.isoformat(), "items": []}, content_type="application/json",
        headers={"X-CSRFToken": told["token"]},
    )  # fmt: skip
    assert sent.status_code == 200
