"""Presence planned, told in one tap, taken back with a reason; an agenda that fills itself, each point once."""

from datetime import date, datetime, timedelta

import pytest
from tests.harness.capturing import NOON, Ward

from stillads.audit.models import AuditEvent
from stillads.capture.actions.presence.meetings import add_point, hold_meeting, settle_point
from stillads.capture.actions.presence.planning import plan_presence, take_back_presence, tell_presence
from stillads.capture.facts import facts_of_entry
from stillads.capture.models import AgendaPoint, Case, Entry, Meeting, Presence, Wish
from stillads.capture.presence_rules import can_take_back, meeting_of, next_meeting
from stillads.capture.queries.presence import agenda_page, meeting_view, presence_page
from stillads.kernel.clock import COPENHAGEN
from stillads.kernel.rules import Conflict, Denied, NotFound, RuleError
from stillads.organisation.policy import EMPLOYEE

MORNING = datetime(2026, 5, 6, 9, tzinfo=COPENHAGEN)


def _plan(ward: Ward, begins: datetime = MORNING, weeks: int = 1, key: str = "p1") -> list[Presence]:
    return plan_presence(
        deployment=ward.deployment("therapists").public_id, function="therapist", starts_at=begins,
        ends_at=begins + timedelta(minutes=90), weeks=weeks, key=key, viewer=ward.employee, at=ward.at,
    )  # fmt: skip


def _add(ward: Ward, text: str = "B-01 hoster ved måltider", key: str = "a1") -> AgendaPoint:
    ref = ward.deployment("therapists").public_id
    return add_point(deployment=ref, text=text, key=key, viewer=ward.employee, at=ward.at)


def _settle(ward: Ward, point: str, what: str, version: int | None = None) -> AgendaPoint:
    ref = ward.deployment("therapists").public_id
    return settle_point(
        deployment=ref, point=point, what=what, version=version, viewer=ward.employee, at=ward.at
    )


def _hold(ward: Ward, minutes: str = "", day: date | None = None) -> Meeting:
    ref = ward.deployment("therapists").public_id
    return hold_meeting(
        deployment=ref, day=day or NOON.date(), minutes=minutes, viewer=ward.employee, at=ward.at
    )


def _agenda(ward: Ward) -> list[str]:
    page = agenda_page(deployment=ward.deployment("therapists").public_id, viewer=ward.employee, at=ward.at)
    return [point.text for point in page.waiting]


def test_a_time_is_planned_for_weeks_at_the_same_time_by_the_clock(ward: Ward) -> None:
    before_winter_time = datetime(2026, 10, 21, 9, tzinfo=COPENHAGEN)
    made = _plan(ward, before_winter_time, weeks=2)
    again = _plan(ward, before_winter_time, weeks=2)
    assert [row.starts_at.astimezone(COPENHAGEN).hour for row in made] == [9, 9]
    assert [row.pk for row in again] == [row.pk for row in made]
    assert made[0].locked and made[0].person_id == ward.nurse.pk
    assert AuditEvent.objects.get(verb="capture.presence.plan").data == {"times": 2}


def test_a_plan_that_cannot_be_is_refused(ward: Ward) -> None:
    ref = ward.deployment("therapists").public_id
    with pytest.raises(RuleError) as refused:
        plan_presence(
            deployment=ref, function="therapist", starts_at=MORNING, ends_at=MORNING, key="k",
            viewer=ward.employee, at=ward.at,
        )  # fmt: skip
    assert str(refused.value) == "Sluttidspunktet skal ligge efter starten, samme dag."
    with pytest.raises(Denied):
        plan_presence(
            deployment=ref, function="therapist", starts_at=MORNING, ends_at=NOON, key="k",
            viewer=ward.house.viewer(EMPLOYEE, "toftegaarden"), at=ward.at,
        )  # fmt: skip
    assert not Presence.objects.exists()


def test_yes_is_one_tap_and_counts_once(ward: Ward) -> None:
    row = _plan(ward)[0]
    first = tell_presence(presence=row.public_id, came="yes", viewer=ward.employee, at=ward.at)
    again = tell_presence(presence=row.public_id, came="yes", viewer=ward.employee, at=ward.at)
    assert again.again and again.entry == first.entry
    entry = Entry.objects.get()
    assert entry.answers == {"function": "therapist", "came": "yes", "minutes": 90, "planned_minutes": 90}
    assert (entry.subject, entry.occurred_at) == (row.public_id, MORNING)
    facts = facts_of_entry(entry, ward.deployment("therapists"))
    assert (facts["planned_minutes"], facts["minutes"]) == (90, 90)
    row.refresh_from_db()
    assert (row.came, row.minutes) == ("yes", 90)


def test_another_answer_takes_the_place_of_the_first(ward: Ward) -> None:
    row = _plan(ward)[0]
    tell_presence(presence=row.public_id, came="yes", viewer=ward.employee, at=ward.at)
    row.refresh_from_db()
    told = tell_presence(
        presence=row.public_id,
        came="partly",
        minutes="30",
        version=row.version,
        viewer=ward.manager,
        at=ward.at,
    )
    assert told.entry.voids is not None and told.entry.answers["minutes"] == 30
    with pytest.raises(Conflict) as refused:
        tell_presence(
            presence=row.public_id,
            came="no",
            why_not="Syg",
            version=row.version,
            viewer=ward.employee,
            at=ward.at,
        )
    assert str(refused.value) == "En anden nåede det lige før dig. Se på det igen."
    row.refresh_from_db()
    assert row.came == "partly"


def test_nothing_is_told_before_it_has_begun(ward: Ward) -> None:
    row = _plan(ward, NOON + timedelta(hours=1))[0]
    with pytest.raises(RuleError) as refused:
        tell_presence(presence=row.public_id, came="yes", viewer=ward.employee, at=ward.at)
    assert str(refused.value) == "Det er ikke begyndt endnu. Svar bagefter, hvad det blev til."
    assert not Entry.objects.exists()


def test_locked_time_is_taken_back_with_a_reason_and_stays_visible(ward: Ward) -> None:
    row = _plan(ward, NOON + timedelta(days=1))[0]
    assert not can_take_back(row, "") and can_take_back(row, "Syg")
    with pytest.raises(RuleError) as refused:
        take_back_presence(presence=row.public_id, viewer=ward.employee, at=ward.at)
    assert str(refused.value) == "Tiden er låst. Skriv, hvad der kom i vejen, så det kan ses."
    assert not Entry.objects.exists()
    kept = take_back_presence(presence=row.public_id, why_not="Kursus", viewer=ward.employee, at=ward.at)
    assert kept is not None and (kept.came, kept.why_not) == ("no", "Kursus")
    assert Entry.objects.get().answers["came"] == "no"
    with pytest.raises(RuleError):
        take_back_presence(presence=row.public_id, why_not="Igen", viewer=ward.employee, at=ward.at)


def test_time_that_is_not_locked_goes(ward: Ward) -> None:
    row = _plan(ward, NOON + timedelta(days=1))[0]
    Presence.objects.update(locked=False)
    assert take_back_presence(presence=row.public_id, viewer=ward.employee, at=ward.at) is None
    assert not Presence.objects.exists() and not Entry.objects.exists()
    assert AuditEvent.objects.filter(verb="capture.presence.take_back").count() == 1


def test_the_next_meeting_leaves_days_off_out(ward: Ward) -> None:
    row = ward.deployment("therapists")
    row.valid_from = date(2026, 4, 13)
    meeting = meeting_of(row)  # Tuesdays
    assert next_meeting(meeting, row, date(2026, 4, 13)) == date(2026, 4, 14)
    assert next_meeting(meeting, row, date(2026, 4, 14)) == date(2026, 4, 21)
    fridays = meeting.model_copy(update={"weekday": 5, "every_weeks": 1})
    assert next_meeting(fridays, row, date(2026, 5, 29)) == date(2026, 6, 12)  # 5 June is Grundlovsdag
    assert next_meeting(meeting.model_copy(update={"weekday": None}), row, NOON.date()) is None
    assert row.valid_to is not None
    assert next_meeting(meeting, row, row.valid_to) is None


def test_a_point_is_written_once_and_registered(ward: Ward) -> None:
    first, again = _add(ward), _add(ward)
    assert first == again and _agenda(ward) == ["B-01 hoster ved måltider"]
    entry = Entry.objects.get(form="point")
    assert (entry.answers, entry.subject) == ({"point": "B-01 hoster ved måltider"}, first.public_id)


def test_the_house_brings_new_residents_overdue_cases_and_waiting_wishes(ward: Ward) -> None:
    person = ward.participant()
    _case(ward, person.pk)
    _wish(ward, person.pk)
    assert _agenda(ward) == [
        f"Ny hos os: {person.pseudonym}",
        f"Over tiden siden 1. maj: {person.pseudonym}, ligger hos Terapeut",
        f"Et ønske har ventet siden 20. april: {person.pseudonym}, „Morgenkaffe i nattøj“",
    ]
    assert not AgendaPoint.objects.exists()  # looking writes nothing but the log
    assert AuditEvent.objects.filter(verb="capture.agenda.read").count() == 1


def test_what_the_house_brings_comes_once(ward: Ward) -> None:
    ward.participant()
    page = agenda_page(deployment=ward.deployment("therapists").public_id, viewer=ward.employee, at=ward.at)
    _settle(ward, page.waiting[0].ref, "Set af ergoterapeuten")
    assert _agenda(ward) == []
    _hold(ward, "20")
    assert _agenda(ward) == []
    ward.at += timedelta(days=1)
    ward.participant()
    assert len(_agenda(ward)) == 1


def test_what_was_not_settled_waits_for_the_next_meeting(ward: Ward) -> None:
    person = ward.participant()
    mine = _add(ward)
    _settle(ward, mine.public_id, "Dysfagiscreening på torsdag")
    held = _hold(ward, "25")
    entry = Entry.objects.get(form="met")
    assert (entry.answers, held.minutes) == ({"minutes": 25, "points": 1}, 25)
    assert _agenda(ward) == [f"Ny hos os: {person.pseudonym}"]
    ref = ward.deployment("therapists").public_id
    _place, seen = meeting_view(deployment=ref, meeting=held.public_id, viewer=ward.employee)
    assert [(p.text, p.what_came_of_it) for p in seen.points] == [
        ("B-01 hoster ved måltider", "Dysfagiscreening på torsdag")
    ]


def test_a_meeting_told_anew_is_one_meeting(ward: Ward) -> None:
    _hold(ward, "25")
    _hold(ward, "40")
    assert Meeting.objects.get().minutes == 40
    assert Entry.objects.filter(form="met", voided_by__isnull=True).count() == 1
    with pytest.raises(RuleError) as refused:
        _hold(ward, day=NOON.date() + timedelta(days=1))
    assert str(refused.value) == "Den dag er ikke kommet endnu."


def test_a_point_is_settled_with_words_and_by_one(ward: Ward) -> None:
    point = _add(ward)
    with pytest.raises(RuleError) as refused:
        _settle(ward, point.public_id, " ")
    assert str(refused.value) == "Skriv, hvad det blev til, for eksempel „intet lige nu“."
    _settle(ward, point.public_id, "Ses torsdag", version=1)
    _settle(ward, point.public_id, "Ses torsdag", version=1)  # a double tap
    with pytest.raises(Conflict):
        _settle(ward, point.public_id, "Intet", version=1)
    with pytest.raises(NotFound):
        _settle(ward, "findes-ikke", "Intet")
    assert AgendaPoint.objects.get().what_came_of_it == "Ses torsdag"


def test_the_page_says_what_waits_what_comes_and_what_was(ward: Ward) -> None:
    told, _untold = _plan(ward, key="a")[0], _plan(ward, NOON - timedelta(hours=2), key="b")[0]
    _plan(ward, NOON + timedelta(days=2), key="c")
    tell_presence(presence=told.public_id, came="no", why_not="Syg", viewer=ward.employee, at=ward.at)
    page = presence_page(deployment=ward.deployment("therapists").public_id, viewer=ward.employee, at=ward.at)
    assert [len(page.untold), len(page.coming), len(page.told)] == [1, 1, 1]
    assert (page.told[0].why_not, page.next_meeting, page.points) == ("Syg", date(2026, 5, 12), 0)
    with pytest.raises(NotFound):
        presence_page(deployment=ward.deployment("calls").public_id, viewer=ward.employee, at=ward.at)


def _case(ward: Ward, participant: int) -> None:
    row = ward.deployment("flow")
    Case.objects.create(
        deployment=row, playbook_version=ward.version, participant_id=participant, unit=row.unit,
        step="first_meeting", role="Terapeut", started_on=date(2026, 4, 20), step_since=NOON,
        due_on=date(2026, 5, 1),
    )  # fmt: skip


def _wish(ward: Ward, participant: int) -> None:
    Wish.objects.create(
        deployment=ward.deployment("wishes"), participant_id=participant, text="Morgenkaffe i nattøj",
        area="meals", on_behalf="self", heard_on=date(2026, 4, 20), due_on=date(2026, 5, 4),
    )  # fmt: skip
