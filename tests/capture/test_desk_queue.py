"""A desk's queue: hours without days off, room for so many, one queue for all, measured minutes, nothing twice."""

from datetime import date, datetime, timedelta

import pytest
from tests.harness.capturing import Ward, new_ward

from stillads.capture.actions.desk.days import close_day, open_day
from stillads.capture.actions.desk.queue import book_visit, call_next, finish_visit, move_visit, walk_in
from stillads.capture.desk_hours import capacity_at, slots_on, why_closed
from stillads.capture.desk_rules import can_become, desk_of
from stillads.capture.facts import facts_of_entry
from stillads.capture.models import Entry, Visit
from stillads.capture.queries.desk.queue import free_slots, hours_page, queue_page
from stillads.kernel.clock import COPENHAGEN
from stillads.kernel.rules import Conflict, Denied, NotFound, RuleError
from stillads.organisation.policy import EMPLOYEE

MONDAY_TEN = datetime(2026, 5, 11, 10, tzinfo=COPENHAGEN)
TEN = datetime(2026, 5, 6, 10, tzinfo=COPENHAGEN)  # the ward's Wednesday


def _ref(ward: Ward) -> str:
    return ward.deployment("desk").public_id


def _book(ward: Ward, key: str, starts_at: datetime = MONDAY_TEN, called: str = "") -> Visit:
    return book_visit(
        deployment=_ref(ward), starts_at=starts_at, called=called, key=key, viewer=ward.employee, at=ward.at
    )


def _walk(ward: Ward, key: str, at: datetime, called: str = "", hospital: bool = False) -> Visit:
    return walk_in(
        deployment=_ref(ward), called=called, hospital=hospital, key=key, viewer=ward.employee, at=at
    )


def _move(ward: Ward, visit: Visit, state: str, at: datetime, version: int | None = None) -> Visit:
    return move_visit(visit=visit.public_id, state=state, version=version, viewer=ward.employee, at=at)


def _why(ward: Ward, key: str, starts_at: datetime) -> str:
    with pytest.raises(RuleError) as refused:
        _book(ward, key, starts_at)
    return str(refused.value)


def test_hours_are_slots_without_days_off(ward: Ward) -> None:
    desk = desk_of(ward.deployment("desk"))  # Mondays and Wednesdays 10–12, two at a time, 30 minutes
    day = date(2026, 5, 11)
    assert [f"{s.starts_at:%H.%M}" for s in slots_on(desk, day, {})] == ["10.00", "10.30", "11.00", "11.30"]
    assert slots_on(desk, day, {day: "Kursus"}) == []
    assert why_closed(desk, day, {day: ""}) == "lukket"
    assert why_closed(desk, date(2026, 5, 25), {}) == "Anden pinsedag"
    assert why_closed(desk, date(2026, 5, 12), {}) == "lukket"  # a Tuesday
    assert why_closed(desk, day, {}) == ""
    assert (capacity_at(desk, MONDAY_TEN), capacity_at(desk, MONDAY_TEN.replace(hour=9))) == (2, 1)


def test_a_slot_has_room_for_so_many_and_no_more(ward: Ward) -> None:
    first, again = _book(ward, "b1"), _book(ward, "b1")
    assert first == again
    second = _book(ward, "b2")
    assert _why(ward, "b3", MONDAY_TEN) == "Tiden er lige blevet taget. Vælg en anden."
    _move(ward, second, "cancelled", ward.at)
    assert _book(ward, "b4").state == "booked"
    _place, slots = free_slots(deployment=_ref(ward), viewer=ward.employee, at=ward.at)
    assert [(s.starts_at, s.free) for s in slots[:2]] == [
        (MONDAY_TEN + timedelta(minutes=30), 2),
        (MONDAY_TEN + timedelta(hours=1), 2),
    ]


def test_nobody_books_when_it_is_closed(ward: Ward) -> None:
    assert (
        _why(ward, "b1", datetime(2026, 5, 25, 10, tzinfo=COPENHAGEN))
        == "Der er lukket mandag 25. maj: Anden pinsedag."
    )
    assert (
        _why(ward, "b1", MONDAY_TEN.replace(minute=10))
        == "Der er lukket mandag 11. maj: uden for åbningstiden."
    )
    assert _why(ward, "b1", TEN) == "Tidspunktet er gået."
    assert _why(ward, "b1", datetime(2026, 7, 27, 10, tzinfo=COPENHAGEN)).startswith(
        "Registreringen sluttede"
    )
    close_day(deployment=_ref(ward), day=MONDAY_TEN.date(), why="Kursus", viewer=ward.employee, at=ward.at)
    assert _why(ward, "b1", MONDAY_TEN) == "Der er lukket mandag 11. maj: Kursus."
    held = hours_page(deployment=_ref(ward), viewer=ward.employee, day=ward.at.date())
    assert [(str(day), why, ours) for day, why, ours in held.closed][:2] == [
        ("2026-05-11", "Kursus", True), ("2026-05-25", "Anden pinsedag", False),
    ]  # fmt: skip
    open_day(deployment=_ref(ward), day=MONDAY_TEN.date(), viewer=ward.employee, at=ward.at)
    assert _book(ward, "b1").starts_at == MONDAY_TEN
    with pytest.raises(RuleError):
        close_day(deployment=_ref(ward), day=date(2026, 5, 1), viewer=ward.employee, at=ward.at)


def test_all_stand_in_one_queue_and_the_wait_is_told(ward: Ward) -> None:
    ward.at = TEN - timedelta(minutes=30)
    booked = _book(ward, "b1", TEN, "Grethe")
    _move(ward, booked, "waiting", TEN - timedelta(minutes=20))  # comes early
    _walk(ward, "w1", TEN - timedelta(minutes=5), "Poul")
    _walk(ward, "w2", TEN + timedelta(minutes=1), hospital=True)
    page = queue_page(deployment=_ref(ward), viewer=ward.employee, at=TEN + timedelta(minutes=5))
    assert [(v.called, v.arrived, v.waited, v.expected) for v in page.waiting] == [
        ("Poul", "walked_in", 10, 0), ("Grethe", "booked", 25, 0), ("Nr. 3", "hospital", 4, 30),
    ]  # fmt: skip


def test_the_next_is_called_by_one_alone_and_a_double_tap_calls_no_more(ward: Ward) -> None:
    one, two = _walk(ward, "w1", TEN), _walk(ward, "w1", TEN)
    assert one == two and Visit.objects.count() == 1
    _walk(ward, "w2", TEN + timedelta(minutes=1))
    found = [call_next(deployment=_ref(ward), viewer=ward.employee, at=ward.at) for _each in range(3)]
    assert [visit and visit.idempotency_key for visit in found] == ["w1", "w2", None]


def test_a_visit_is_one_entry_with_its_minutes(ward: Ward) -> None:
    visit = _walk(ward, "w1", TEN)
    _move(ward, visit, "served", TEN + timedelta(minutes=12))
    done = TEN + timedelta(minutes=40)
    raw = {"errand": ["try"], "other_needs": ["Badebænk"]}
    first = finish_visit(visit=visit.public_id, raw=raw, viewer=ward.employee, at=done)
    again = finish_visit(visit=visit.public_id, raw=raw, viewer=ward.employee, at=done + timedelta(minutes=1))
    assert again.again and Entry.objects.filter(form="visit").count() == 1
    facts = facts_of_entry(first.entry, ward.deployment("desk"))
    assert {key: facts[key] for key in ("arrived", "errand", "waited_minutes", "served_minutes")} == {
        "arrived": "walked_in", "errand": "try", "waited_minutes": 12, "served_minutes": 28,
    }  # fmt: skip
    visit.refresh_from_db()
    assert (visit.state, visit.errand, visit.done_at) == ("done", "try", done)


def test_two_at_one_visit_and_the_later_is_told(ward: Ward) -> None:
    visit = _walk(ward, "w1", TEN)
    _move(ward, visit, "served", TEN, version=1)
    _move(ward, visit, "served", TEN, version=1)  # the same tap twice
    with pytest.raises(Conflict) as refused:
        _move(ward, visit, "stayed_away", TEN, version=1)
    assert str(refused.value) == "En anden nåede det lige før dig. Se på det igen."
    with pytest.raises(Conflict) as refused:
        _move(ward, visit, "cancelled", TEN)
    assert str(refused.value) == "Besøget er rykket videre imens. Se på køen igen."
    visit.refresh_from_db()
    assert can_become(visit, "done") and not can_become(visit, "cancelled")


def test_who_may_not_and_what_is_not_there(ward: Ward) -> None:
    stranger = ward.house.viewer(EMPLOYEE, "toftegaarden")
    with pytest.raises(Denied):
        queue_page(deployment=_ref(ward), viewer=stranger, at=ward.at)
    with pytest.raises(Denied):
        walk_in(deployment=_ref(ward), key="w", viewer=stranger, at=ward.at)
    with pytest.raises(NotFound):
        walk_in(deployment=ward.deployment("calls").public_id, key="w", viewer=ward.employee, at=ward.at)
    with pytest.raises(RuleError):
        _walk(ward, "w", TEN, "010203-1234")
    assert not Visit.objects.exists()


def test_nothing_begins_before_the_trial(db: None) -> None:
    early = new_ward(running=False)
    with pytest.raises(RuleError):
        walk_in(deployment=_ref(early), key="w", viewer=early.employee, at=TEN - timedelta(days=60))
