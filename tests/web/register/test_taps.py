"""The phone's pages without a script: what is open, tapping, answering a little more, taking back."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from tests.harness.capturing import NOON, Ward, new_ward
from tests.harness.queries import assert_same_query_count

from stillads.capture.actions.entries import void
from stillads.capture.models import Entry
from stillads.kernel.rules import Denied
from stillads.organisation.policy import EMPLOYEE, MANAGER

BUTTONS = [{"key": "citizen", "text": "Borger"}, {"key": "colleague", "text": "Kollega"}]


def _plain(**changes: object) -> dict[str, object]:
    """A register without questions after the tap."""
    return {
        "kind": "register", "key": "calls", "title": "Opkald", "event": "Hvem ringede?", "what": "Vi tæller.",
        "used_for": "Tavlemødet ser tallene hver fredag.", "open": {"baseline": True, "after": True},
        "cost": {"seconds": 15, "times_a_week": 20}, "buttons": BUTTONS, **changes,
    }  # fmt: skip


@pytest.fixture
def plain(db: None, freeze: object) -> Ward:
    freeze(NOON)  # type: ignore[operator]
    return _ward()


def _ward(**changes: object) -> Ward:
    count = {
        "key": "calls", "title": "Opkald", "perspective": "employee", "instrument": "calls", "how": "count",
        "unit": "opkald", "direction": "down", "by": ["event"],
    }  # fmt: skip
    fewer = {
        "key": "fewer", "perspective": "employee", "what": "Færre opkald", "direction": "down", "size": "20",
        "unit": "%", "measure": "calls", "primary": True, "how_known": "Opkaldene tælles",
    }  # fmt: skip
    return new_ward(only=["calls"], instruments=[_plain(**changes)], measures=[count], criteria=[fewer])


def _client(ward: Ward) -> Client:
    return ward.house.client_of(ward.nurse)


def _url(ward: Ward, name: str = "tap") -> str:
    return reverse(f"register:{name}", args=[ward.deployment("calls").public_id])


def test_the_start_says_what_is_open_what_is_not_and_what_it_all_costs(ward: Ward) -> None:
    html = _client(ward).get(reverse("register:start")).content.decode()
    assert "Opkald" in html and "ingen endnu i dag" in html
    assert "Tavlemødet ser tallene hver fredag." in html
    # 15 s × 20 calls and 60 s × 3 conversations
    assert (
        "Alle prøvehandlinger tilsammen beder hver medarbejder om 8 minutter om ugen. Loftet er 30." in html
    )


def test_above_the_ceiling_it_is_warned(ward: Ward, settings: object) -> None:
    settings.STILLADS_MINUTES_A_WEEK = 5  # type: ignore[attr-defined]
    html = _client(ward).get(reverse("register:start")).content.decode()
    assert "Det er over loftet på 5. Tal om, hvad I kan lade være med." in html
    unit = ward.house.units["elmely"].public_id
    page = (
        ward.house.client(MANAGER, "elmely").get(reverse("organisation:unit", args=[unit])).content.decode()
    )
    assert "Det er over loftet på 5." in page


def test_a_tap_is_saved_once_counted_and_can_be_taken_back(plain: Ward) -> None:
    client = _client(plain)
    tap = {"event": "citizen", "idempotency_key": "k1"}
    first = client.post(_url(plain), tap)
    client.post(_url(plain), tap)
    entry = Entry.objects.get()
    assert (entry.answers, entry.source, entry.actor_id) == ({"event": "citizen"}, "page", plain.nurse.pk)
    html = client.get(first["Location"]).content.decode()
    assert "<strong data-count>1</strong>" in html
    assert "Borger kl. 12.00" in html
    client.post(_url(plain, "undo"), {"entry": entry.public_id})
    assert "<strong data-count>0</strong>" in client.get(_url(plain)).content.decode()
    assert Entry.objects.get(voids=entry).void_reason == "Fortrudt på telefonen"


def test_yesterdays_forgotten_event_is_kept_on_its_day(plain: Ward) -> None:
    _client(plain).post(_url(plain), {"event": "citizen", "days_back": "1", "clock": "07:30"})
    entry = Entry.objects.get()
    assert (entry.local_day, entry.occurred_at.hour) == (date(2026, 5, 5), 5)  # UTC
    _client(plain).post(_url(plain), {"event": "citizen", "days_back": "2"})
    assert Entry.objects.count() == 1


def test_what_is_wrong_is_told_and_nothing_is_saved(plain: Ward) -> None:
    answer = _client(plain).post(_url(plain), {"event": "cat"})
    assert answer.status_code == 422
    assert "Tryk på en af knapperne." in answer.content.decode()
    assert not Entry.objects.exists()


def test_a_few_questions_come_after_the_tap_on_a_page_of_their_own(ward: Ward) -> None:
    client = _client(ward)
    asked = client.post(_url(ward), {"event": "relative"})
    assert asked["Location"].startswith(_url(ward, "more"))
    page = client.get(asked["Location"]).content.decode()
    assert "Kunne opkaldet være undgået?" in page
    said = {"event": "relative", "avoidable": "yes", "minutes": "meget", "idempotency_key": "k1"}
    wrong = client.post(_url(ward, "more"), said)
    assert wrong.status_code == 422 and "Skriv, hvor længe det varede" in wrong.content.decode()
    assert client.post(_url(ward, "more"), {**said, "minutes": "2"}).status_code == 302
    assert Entry.objects.get().answers == {"event": "relative", "avoidable": "yes", "minutes": 2}


def test_about_somebody_where_that_is_wanted(db: None, freeze: object) -> None:
    freeze(NOON)  # type: ignore[operator]
    ward = _ward(about_whom="must")
    person = ward.participant()
    client = _client(ward)
    assert "Vælg, hvem det handler om." in client.post(_url(ward), {"event": "citizen"}).content.decode()
    client.post(_url(ward), {"event": "citizen", "participant": person.public_id})
    assert Entry.objects.get().participant == person


def test_a_closed_register_says_why(db: None, freeze: object) -> None:
    freeze(NOON)  # type: ignore[operator]
    ward = _ward(open={"baseline": True, "trial": False})
    html = _client(ward).get(_url(ward)).content.decode()
    assert "Det registreres kun før dag 1. Sidste dag var den 12. april 2026." in html
    assert 'name="event"' not in html
    start = _client(ward).get(reverse("register:start")).content.decode()
    assert "Ikke i dag" in start and "Der skal ikke registreres noget hos jer i dag." in start


def test_another_units_employee_cannot_and_the_public_is_asked_to_log_in(plain: Ward) -> None:
    stranger = plain.house.client(EMPLOYEE, "toftegaarden")
    assert stranger.get(_url(plain)).status_code == 403
    assert Client().get(_url(plain))["Location"].startswith(reverse("account_login"))


def test_one_takes_back_ones_own_and_the_manager_anybodys(plain: Ward) -> None:
    made = plain.says("calls", "event", "k1", raw={"event": "citizen"})
    other = plain.house.viewer(EMPLOYEE, "elmely")
    with pytest.raises(Denied):
        void(entry=made.entry.public_id, reason="", viewer=other, at=plain.at)
    void(entry=made.entry.public_id, reason="Dobbelt", viewer=plain.manager, at=plain.at)
    assert Entry.objects.filter(voids=made.entry).count() == 1


def test_the_page_takes_the_same_queries_however_much_was_tapped(plain: Ward) -> None:
    client = _client(plain)
    keys = iter("abcdef")
    assert_same_query_count(
        show=lambda: client.get(_url(plain)),
        add=lambda: plain.says("calls", "event", next(keys), raw={"event": "citizen"}),
    )
