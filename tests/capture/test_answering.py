"""One answer from each, by whatever way; a link that cannot be answered says why."""

import json
from datetime import date, datetime, timedelta

import pytest
from django.conf import LazySettings
from tests.conftest import Freeze
from tests.harness.capturing import NOON, Ward, new_ward
from tests.harness.playbooks import playbook, playbook_data
from tests.harness.queries import queries_of
from tests.harness.surveying import DAY_TWO, MOOD, STAFF, loaded, wave_of

from stillads.audit.models import AuditEvent
from stillads.capture.actions.entries import void
from stillads.capture.actions.surveys.answering import answer_by_link, note_conversation
from stillads.capture.actions.surveys.declining import decline, decline_by_link
from stillads.capture.actions.surveys.drawing import draw_wave
from stillads.capture.actions.surveys.open_links import close_link, open_link
from stillads.capture.actions.surveys.pace import TooManyError, forget_counts
from stillads.capture.actions.surveys.sending import choose_channel, run_waves
from stillads.capture.actions.surveys.sheets import Sheet, type_sheets
from stillads.capture.actions.surveys.undoing import undo_conversation
from stillads.capture.actions.surveys.waves import agree_with_med
from stillads.capture.actions.wishes import act_on_wish
from stillads.capture.links import new_sheet_code, sheet_code_of, stem_of, token_of_asked, token_of_link
from stillads.capture.models import Asked, Bucket, Deployment, Entry, OpenLink, Wish
from stillads.capture.queries.surveys.asked import asked_in, slips
from stillads.capture.queries.surveys.doors import door
from stillads.capture.queries.surveys.overview import survey_page, surveys
from stillads.jobs.daily import erase_what_is_due
from stillads.kernel.ids import token_hash
from stillads.kernel.rules import Denied, Invalid, NotFound, RuleError
from stillads.kernel.viewer import system_viewer
from stillads.organisation.policy import EMPLOYEE
from stillads.playbooks.actions.versions import publish_playbook
from stillads.trials.actions.participants import set_participation
from stillads.trials.actions.playbook import choose_playbook
from stillads.trials.models import Participant

SYSTEM = system_viewer("test")


def _talk(ward: Ward, person: Participant, key: str) -> Entry:
    made = note_conversation(
        deployment=ward.deployment("talks").public_id, participant=person.public_id, raw=MOOD,
        answered_by="with_staff", key=key, viewer=ward.employee, at=ward.at,
    )  # fmt: skip
    return made.entry


def _asked(ward: Ward) -> Asked:
    ward.participant()
    draw_wave(wave_of(ward, "talks"), viewer=SYSTEM, at=ward.at)
    return loaded(Asked.objects.select_related("wave").latest("pk"))


def test_a_conversation_is_noted_once_and_the_list_knows(ward: Ward) -> None:
    asked = _asked(ward)
    assert asked.participant is not None
    entry = _talk(ward, asked.participant, "k1")
    assert _talk(ward, asked.participant, "k1") == entry
    asked.refresh_from_db()
    assert (asked.answered, asked.entry_key) == (True, entry.public_id)
    assert (entry.answered_by, entry.source, entry.wave_id, entry.actor_id) == (
        "with_staff", "phone", asked.wave_id, ward.nurse.pk,
    )  # fmt: skip
    assert Bucket.objects.filter(measure="mood", slice="", n=1, total=4).count() == 1


def test_taken_back_it_may_be_answered_again(ward: Ward) -> None:
    asked = _asked(ward)
    token = token_of_asked(asked)
    assert answer_by_link(token=token, raw=MOOD, answered_by="self", at=NOON).saved
    entry = Entry.objects.get()
    void(entry=entry.public_id, reason="Forkert borger", viewer=ward.employee, at=NOON)
    asked.refresh_from_db()
    assert not asked.answered
    assert answer_by_link(token=token, raw={"mood": ["1"]}, answered_by="self", at=NOON).saved
    assert Bucket.objects.get(measure="mood", slice="").total == 1


def test_a_conversation_says_who_answered_and_about_whom(ward: Ward) -> None:
    talks = ward.deployment("talks").public_id
    person = ward.participant()
    with pytest.raises(Invalid) as missing:
        note_conversation(
            deployment=talks, participant=person.public_id, raw=MOOD, answered_by="", key="k",
            viewer=ward.employee, at=NOON,
        )  # fmt: skip
    assert {k: str(v) for k, v in missing.value.errors.items()} == {"who_answered": "Vælg, hvem der svarer."}
    with pytest.raises(RuleError) as nobody:
        note_conversation(
            deployment=talks, participant="", raw=MOOD, answered_by="self", key="k", viewer=ward.employee, at=NOON
        )  # fmt: skip
    assert nobody.value.field == "participant"
    with pytest.raises(Denied):
        note_conversation(
            deployment=talks, participant=person.public_id, raw=MOOD, answered_by="self", key="k",
            viewer=ward.house.viewer(EMPLOYEE, "toftegaarden"), at=NOON,
        )  # fmt: skip
    assert not Entry.objects.exists()


def test_whoever_was_not_on_the_list_comes_onto_it(ward: Ward) -> None:
    person = ward.participant()
    _talk(ward, person, "k1")
    assert Asked.objects.get().participant == person


def test_a_link_is_kept_as_a_hash_and_answered_once(ward: Ward) -> None:
    asked = _asked(ward)
    token = token_of_asked(asked)
    assert (len(token), asked.token_hash) == (24, token_hash(token))
    first = answer_by_link(token=token, raw=MOOD, answered_by="with_relative", at=NOON)
    again = answer_by_link(token=token, raw=MOOD, answered_by="with_relative", at=NOON)
    assert (first.saved, again.saved, again.state) == (True, False, "used")
    entry = Entry.objects.get()
    assert (entry.answered_by, entry.source, entry.actor_id) == ("with_relative", "link", None)
    assert entry.participant_id == asked.participant_id


def test_a_link_of_another_wave_or_of_nobody_opens_nothing(ward: Ward) -> None:
    assert door(token="x" * 24, day=NOON.date()) is None
    with pytest.raises(NotFound):
        answer_by_link(token="x" * 24, raw=MOOD, answered_by="self", at=NOON)
    asked = _asked(ward)
    asked.wave = wave_of(ward, "staff")  # the same person in another survey has another secret
    assert door(token=token_of_asked(asked), day=NOON.date()) is None


def test_a_link_past_its_day_and_a_wave_that_closed_say_so(ward: Ward) -> None:
    asked = _asked(ward)
    token = token_of_asked(asked)
    over = NOON + timedelta(days=90)
    said = answer_by_link(token=token, raw=MOOD, answered_by="self", at=over)
    assert (said.saved, said.state, said.reason) == (
        False,
        "expired",
        "Linket gjaldt til og med den 21. juli 2026.",
    )
    Asked.objects.update(expires_on=date(2027, 1, 1))
    shown = door(token=token, day=over.date())
    assert shown is not None
    assert (shown.state, shown.reason) == (
        "closed", "Du kunne svare til og med den 21. juli 2026. Nu er der lukket for svar.",
    )  # fmt: skip
    assert not Entry.objects.exists()


def test_after_a_no_the_link_is_closed(ward: Ward) -> None:
    asked = _asked(ward)
    assert asked.participant_id is not None
    set_participation(participant=asked.participant_id, state="withdrawn", viewer=ward.consultant, at=NOON)
    shown = door(token=token_of_asked(asked), day=NOON.date())
    assert shown is not None and shown.state == "closed"


def test_a_kiosk_takes_one_after_another_each_once(ward: Ward) -> None:
    made = open_link(
        deployment=ward.deployment("talks").public_id, kind="kiosk", viewer=ward.manager, at=NOON
    )
    token = token_of_link(made)
    for key in ("first-person", "first-person", "second-person"):
        assert answer_by_link(token=token, raw=MOOD, answered_by="self", key=key, at=NOON).saved
    assert Entry.objects.filter(source="kiosk", participant__isnull=True).count() == 2
    other = answer_by_link(token=token, raw={"mood": ["1"]}, answered_by="self", key="first-person", at=NOON)
    assert (other.saved, other.state) == (False, "used")
    with pytest.raises(RuleError):
        answer_by_link(token=token, raw=MOOD, answered_by="self", key="", at=NOON)
    close_link(link=made.public_id, viewer=ward.manager, at=NOON)
    shown = door(token=token, day=NOON.date())
    assert shown is not None and (shown.state, shown.kind) == ("closed", "kiosk")


def test_only_ways_of_the_playbook_are_offered_and_only_by_those_who_may(ward: Ward) -> None:
    talks = ward.deployment("talks").public_id
    with pytest.raises(RuleError) as refused:
        open_link(deployment=talks, kind="poster", viewer=ward.manager, at=NOON)
    assert str(refused.value) == "Drejebogen giver ikke mulighed for at svare på denne måde."
    with pytest.raises(Denied):
        open_link(deployment=talks, kind="kiosk", viewer=ward.employee, at=NOON)
    page = survey_page(deployment=ward.deployment("staff").public_id, viewer=ward.manager, day=NOON.date())
    assert str(page.cannot_link["open"]) == "Der er ikke nogen runde at svare i endnu."  # none within a month


def test_sheets_are_typed_in_once_and_wrong_cells_are_told(ward: Ward) -> None:
    asked = _asked(ward)
    wave = asked.wave
    code, blank = sheet_code_of(asked), new_sheet_code(wave)
    sheets = [
        Sheet(code=code.upper(), raw=MOOD, answered_by="self"),
        Sheet(code=blank, raw={"mood": ["9"]}, answered_by="self"),
        Sheet(code=f"{code[:5]}{'2' if code[5] != '2' else '3'}", raw=MOOD, answered_by="self"),
    ]
    told = type_sheets(wave=wave.public_id, sheets=sheets, viewer=ward.employee, at=NOON)
    assert [line.saved for line in told] == [True, False, False]
    assert [list(line.errors) for line in told] == [[], ["mood"], ["code"]]
    again = type_sheets(wave=wave.public_id, sheets=sheets[:1], viewer=ward.employee, at=NOON)
    assert (again[0].saved, again[0].again) == (True, True)
    other = [Sheet(code=code, raw={"mood": ["1"]}, answered_by="self")]
    told = type_sheets(wave=wave.public_id, sheets=other, viewer=ward.employee, at=NOON)
    assert str(told[0].errors["code"]) == "Arket er tastet ind før, med andre svar."
    entry = Entry.objects.get()
    assert (entry.source, entry.participant_id) == ("paper", asked.participant_id)


def test_a_sheet_of_one_who_has_answered_by_link_is_refused(ward: Ward) -> None:
    asked = _asked(ward)
    answer_by_link(token=token_of_asked(asked), raw=MOOD, answered_by="self", at=NOON)
    sheet = Sheet(code=sheet_code_of(asked), raw={"mood": ["2"]}, answered_by="self")
    told = type_sheets(wave=asked.wave.public_id, sheets=[sheet], viewer=ward.employee, at=NOON)
    assert str(told[0].errors["code"]) == "Der er allerede svaret."
    assert Entry.objects.count() == 1


def test_a_sheet_typed_in_after_the_wave_counts_on_its_last_day(ward: Ward, freeze: Freeze) -> None:
    wave = wave_of(ward, "talks")
    late = freeze(NOON + timedelta(days=80))
    sheet = Sheet(code=new_sheet_code(wave), raw=MOOD, answered_by="self")
    told = type_sheets(wave=wave.public_id, sheets=[sheet], viewer=ward.employee, at=late)
    assert told[0].saved
    assert Entry.objects.get().local_day == date(2026, 7, 21)


def test_a_code_belongs_to_its_wave_and_shows_a_slip_of_the_pen(ward: Ward) -> None:
    wave, other = wave_of(ward, "talks"), wave_of(ward, "staff")
    codes = [new_sheet_code(wave) for _number in range(40)]
    assert [stem_of(wave, f" {code[:3]}-{code[3:]} ".upper()) for code in codes] == [
        code[:5] for code in codes
    ]
    assert sum(stem_of(other, code) is None for code in codes) > 30


def test_the_list_says_who_is_missing_in_the_same_queries(ward: Ward) -> None:
    first = _asked(ward)
    wave = first.wave.public_id
    few = queries_of(lambda: asked_in(wave=wave, viewer=ward.employee))
    second, third = _asked(ward), _asked(ward)
    many = queries_of(lambda: asked_in(wave=wave, viewer=ward.employee))
    assert len(few) == len(many)
    decline(asked=second.public_id, why="away", viewer=ward.employee, at=NOON)
    assert third.participant is not None
    _talk(ward, third.participant, "k")
    page = asked_in(wave=wave, viewer=ward.employee)
    assert [(person.name, person.missing) for person in page.people] == [
        ("B-01", True), ("B-02", False), ("B-03", False),
    ]  # fmt: skip
    with pytest.raises(RuleError):
        decline(asked=third.public_id, why="away", viewer=ward.employee, at=NOON)


def test_the_list_of_surveys_takes_the_same_queries(ward: Ward) -> None:
    few = queries_of(lambda: surveys(viewer=ward.employee, day=NOON.date()))
    many = queries_of(lambda: surveys(viewer=ward.consultant, day=NOON.date()))
    assert len(few) == len(many)
    lines = surveys(viewer=ward.employee, day=NOON.date())
    assert [(line.title, line.unit_name) for line in lines] == [
        ("Velfærdssamtale", "Elmely"),
        ("Trivsel", "Elmely"),
    ]
    _talk(ward, ward.participant(), "k")
    line = surveys(viewer=ward.employee, day=NOON.date())[0]
    assert line.wave is not None and (line.wave.asked, line.wave.answered, line.wave.answers) == (1, 1, 1)


def test_how_one_is_asked_can_be_changed(ward: Ward) -> None:
    asked = _asked(ward)
    with pytest.raises(RuleError) as refused:
        choose_channel(asked=asked.public_id, channel="email", email="datter", viewer=ward.employee, at=NOON)
    assert refused.value.field == "email"
    choose_channel(
        asked=asked.public_id, channel="email", email="datter@example.dk", viewer=ward.employee, at=NOON
    )
    assert run_waves(at=NOON)[2] == 1
    assert OpenLink.objects.count() == 0


def test_relatives_are_asked_about_their_own_and_answer_alone(db: None, freeze: Freeze) -> None:
    freeze(NOON)
    instruments = playbook_data()["instruments"]
    instruments[1] |= {"drawn_from": "relatives", "channels": ["link"]}
    ward = new_ward(instruments=instruments)
    asked = _asked(ward)
    assert (asked.relative, asked.channel) == (True, "letter")
    shown = door(token=token_of_asked(asked), day=NOON.date())
    assert shown is not None and not shown.asks_who and shown.to_relative
    assert answer_by_link(token=token_of_asked(asked), raw=MOOD, at=NOON).saved
    assert Entry.objects.get().answered_by == "relative"


def test_med_and_the_open_link_of_a_staff_survey(ward: Ward, freeze: Freeze) -> None:
    freeze(DAY_TWO)
    staff = ward.deployment("staff").public_id
    with pytest.raises(RuleError):
        open_link(deployment=staff, kind="open", viewer=ward.manager, at=DAY_TWO)
    agree_with_med(
        wave=wave_of(ward, "staff").public_id, day=date(2026, 3, 20), viewer=ward.manager, at=DAY_TWO
    )
    link = open_link(deployment=staff, kind="open", idempotency_key="once", viewer=ward.manager, at=DAY_TWO)
    again = open_link(deployment=staff, kind="open", idempotency_key="once", viewer=ward.manager, at=DAY_TWO)
    assert again == link
    assert answer_by_link(token=token_of_link(link), raw=STAFF, key="somebody-1", at=DAY_TWO).saved


def test_a_wish_goes_onto_the_list_in_the_same_tap_and_once(ward: Ward) -> None:
    person = ward.participant()
    raw = {"mood": ["4"], "wish": ["Kaffe kl. 6"], "wish_area": ["meals"]}
    for _tap in range(2):
        made = note_conversation(
            deployment=ward.deployment("talks").public_id, participant=person.public_id, raw=raw,
            answered_by="with_staff", key="tap-1", viewer=ward.employee, at=NOON,
        )  # fmt: skip
    wish = Wish.objects.get()
    assert (wish.text, wish.area, wish.on_behalf, wish.heard_in) == (
        "Kaffe kl. 6", "meals", "self", made.entry.public_id,
    )  # fmt: skip
    assert (wish.participant, wish.heard_by_id) == (person, ward.nurse.pk)


def test_where_the_wish_is_refused_the_conversation_is_not_kept_either(ward: Ward) -> None:
    """One transaction: a wish list that has closed leaves no half conversation."""
    Deployment.objects.filter(instrument__key="wishes").update(valid_to=date(2026, 5, 1))
    with pytest.raises(RuleError):
        note_conversation(
            deployment=ward.deployment("talks").public_id, participant=ward.participant().public_id,
            raw={"mood": ["4"], "wish": ["Kaffe kl. 6"]}, answered_by="self", key="tap-1",
            viewer=ward.employee, at=NOON,
        )  # fmt: skip
    assert not Entry.objects.exists() and not Wish.objects.exists()


def test_a_wish_by_an_own_link_is_heard_too(ward: Ward) -> None:
    asked = _asked(ward)
    raw = {"mood": ["4"], "wish": ["Komme ud"]}
    assert answer_by_link(token=token_of_asked(asked), raw=raw, answered_by="relative", at=NOON).saved
    wish = Wish.objects.get()
    assert (wish.text, wish.area, wish.on_behalf, wish.heard_by) == ("Komme ud", "", "relative", None)


def _wished(ward: Ward, key: str = "tap-1") -> Entry:
    made = note_conversation(
        deployment=ward.deployment("talks").public_id, participant=ward.participant().public_id,
        raw={"mood": ["4"], "wish": ["Kaffe kl. 6"]}, answered_by="self", key=key, viewer=ward.employee, at=NOON,
    )  # fmt: skip
    return made.entry


def test_a_conversation_is_undone_with_the_wish_of_the_same_tap(ward: Ward) -> None:
    entry = _wished(ward)
    with pytest.raises(RuleError):
        undo_conversation(entry=entry.public_id, viewer=ward.manager, at=NOON)
    for _tap in range(2):
        assert not undo_conversation(entry=entry.public_id, viewer=ward.employee, at=NOON)
    assert not Wish.objects.exists() and not Asked.objects.exists()
    assert [hasattr(row, "voided_by") for row in Entry.objects.exclude(form="void")] == [True, True]
    assert Bucket.objects.get(measure="mood", slice="").n == 0


def test_a_wish_that_somebody_has_acted_on_stays_when_its_conversation_is_undone(ward: Ward) -> None:
    entry = _wished(ward)
    wish = Wish.objects.get()
    act_on_wish(
        wish=wish.public_id, did="Kaffen er sat frem", version=1, idempotency_key="a", viewer=ward.employee, at=NOON
    )  # fmt: skip
    assert undo_conversation(entry=entry.public_id, viewer=ward.employee, at=NOON)
    assert Wish.objects.get().did == "Kaffen er sat frem"
    assert Entry.objects.filter(voids=entry).exists()


def test_a_conversation_is_undone_for_a_while_and_noted_again_from_the_same_page(ward: Ward) -> None:
    asked = _asked(ward)
    assert asked.participant is not None
    entry = _talk(ward, asked.participant, "k1")
    late = NOON + timedelta(minutes=16)
    with pytest.raises(RuleError) as refused:
        undo_conversation(entry=entry.public_id, viewer=ward.employee, at=late)
    assert (
        str(refused.value) == "En samtale kan fortrydes i 15 minutter. Bed din leder om at tage den tilbage."
    )
    undo_conversation(entry=entry.public_id, viewer=ward.employee, at=NOON)
    asked.refresh_from_db()
    assert not asked.answered
    again = _talk(ward, asked.participant, "k1")
    asked.refresh_from_db()
    assert again != entry and asked.entry_key == again.public_id


@pytest.mark.parametrize("who", ["self", "with_staff", "with_relative", "relative", "employee"])
def test_each_of_those_who_may_have_answered_is_kept_and_counted(ward: Ward, who: str) -> None:
    made = note_conversation(
        deployment=ward.deployment("talks").public_id, participant=ward.participant().public_id, raw=MOOD,
        answered_by=who, key="k", viewer=ward.employee, at=NOON,
    )  # fmt: skip
    assert made.entry.answered_by == who
    page = survey_page(deployment=ward.deployment("talks").public_id, viewer=ward.employee, day=NOON.date())
    assert page.waves[0].who == ((who, 1),)


def test_an_open_link_past_its_day_says_so(ward: Ward) -> None:
    link = open_link(
        deployment=ward.deployment("talks").public_id, kind="kiosk", expires_on=NOON.date(), viewer=ward.manager,
        at=NOON,
    )  # fmt: skip
    late = answer_by_link(
        token=token_of_link(link), raw=MOOD, answered_by="self", key="somebody-1", at=NOON + timedelta(days=1)
    )
    assert (late.saved, late.state) == (False, "expired")
    assert not Entry.objects.exists()


def _by_kiosk(token: str, key: str, address: str = "192.0.2.7", at: datetime = NOON) -> None:
    said = answer_by_link(
        token=token, raw=MOOD, answered_by="self", key=f"person-{key}", address=address, at=at
    )
    assert said.saved


def test_a_care_centre_behind_one_address_is_never_in_the_way_and_a_machine_is(
    ward: Ward, settings: LazySettings
) -> None:
    made = open_link(
        deployment=ward.deployment("talks").public_id, kind="kiosk", viewer=ward.manager, at=NOON
    )
    token = token_of_link(made)
    assert settings.STILLADS_ANSWERS_AN_HOUR >= 120  # four times thirty people within the hour
    settings.STILLADS_ANSWERS_AN_HOUR = 3
    for key in ("1", "2", "2", "3"):  # the same page sent twice is one answer
        _by_kiosk(token, key)
    with pytest.raises(TooManyError) as refused:
        _by_kiosk(token, "4")
    assert str(refused.value).endswith("Lad siden stå åben, og send igen efter kl. 13.00.")
    assert Entry.objects.count() == 3
    _by_kiosk(token, "3")  # what is there is there
    _by_kiosk(token, "4", address="192.0.2.8")
    _by_kiosk(token, "5", at=NOON + timedelta(hours=1))
    link = OpenLink.objects.get()
    assert "192.0.2" not in json.dumps(link.counted) and list(link.counted.values()) == [1]
    assert forget_counts(NOON + timedelta(hours=2)) == 1
    assert OpenLink.objects.get().counted == {}


def test_addresses_are_forgotten_when_the_wave_is_over(ward: Ward) -> None:
    asked = _asked(ward)
    choose_channel(
        asked=asked.public_id, channel="email", email="datter@example.dk", viewer=ward.employee, at=NOON
    )
    shown = asked_in(wave=asked.wave.public_id, viewer=ward.employee)
    assert shown.addresses_go_on == date(2026, 8, 20)  # 30 days after 21 July
    erase_what_is_due.run(datetime(2026, 8, 19, 5, tzinfo=NOON.tzinfo))
    assert Asked.objects.get().email == "datter@example.dk"
    erase_what_is_due.run(datetime(2026, 8, 20, 5, tzinfo=NOON.tzinfo))
    assert Asked.objects.get().email == ""
    assert asked_in(wave=asked.wave.public_id, viewer=ward.employee).addresses_go_on is None
    erased = AuditEvent.objects.get(verb="audit.erase", target="retention:capture.addresses")
    assert erased.data == {"count": 1}


def test_whoever_says_no_by_link_is_asked_in_no_later_wave_either(db: None, freeze: Freeze) -> None:
    freeze(NOON)
    instruments = playbook_data()["instruments"]
    instruments[1] |= {"waves": {"days": [20, 40], "open_days": 10}}
    ward = new_ward(instruments=instruments)
    asked, stays = _asked(ward), _asked(ward)
    for _tap in range(2):
        decline_by_link(token=token_of_asked(asked), at=NOON)
    assert AuditEvent.objects.filter(verb="capture.decline").count() == 1
    run_waves(at=NOON + timedelta(days=20))
    later = Asked.objects.filter(wave__number=2)
    assert [one.participant for one in later] == [stays.participant]
    assert answer_by_link(
        token=token_of_asked(asked), raw=MOOD, answered_by="self", at=NOON
    ).saved  # a change of mind
    asked.refresh_from_db()
    assert (asked.answered, asked.declined_why) == (True, "")


def test_a_link_of_a_staff_survey_opens_only_after_med_agreed(ward: Ward, freeze: Freeze) -> None:
    freeze(DAY_TWO)
    wave = wave_of(ward, "staff")
    draw_wave(wave, viewer=SYSTEM, at=DAY_TWO)
    asked = loaded(Asked.objects.select_related("wave").get())
    shown = door(token=token_of_asked(asked), day=DAY_TWO.date())
    assert shown is not None and (shown.state, shown.med_agreed_on) == ("early", None)
    with pytest.raises(RuleError):
        slips(wave=wave.public_id, channel="letter", viewer=ward.manager)
    agree_with_med(wave=wave.public_id, day=date(2026, 3, 20), viewer=ward.manager, at=DAY_TWO)
    shown = door(token=token_of_asked(asked), day=DAY_TWO.date())
    assert shown is not None and (shown.state, shown.med_agreed_on) == ("open", date(2026, 3, 20))


def _new_version(ward: Ward) -> None:
    """The phase moves to a version in which the talks ask one thing less."""
    instruments = playbook_data()["instruments"]
    instruments[1]["items"] = [each for each in instruments[1]["items"] if each["key"] != "heard"]
    newer = publish_playbook(
        content=playbook(instruments=instruments, summary={"da": "Ny", "en": "New"}),
        viewer=ward.consultant,
        at=NOON,
    )
    choose_playbook(phase=ward.phase.pk, version=newer.public_id, viewer=ward.consultant, at=NOON)
    ward.version = newer


def test_a_playbook_changed_under_way_leaves_links_posters_and_sheets_good(
    ward: Ward, freeze: Freeze
) -> None:
    first, second, third = (_asked(ward) for _n in range(3))
    links = [token_of_asked(loaded(asked)) for asked in (first, second, third)]
    kiosk = token_of_link(
        open_link(deployment=ward.deployment("talks").public_id, kind="kiosk", viewer=ward.manager, at=NOON)
    )
    old = first.wave
    assert answer_by_link(token=links[0], raw=MOOD, answered_by="self", at=NOON).saved
    _new_version(ward)
    assert answer_by_link(
        token=links[1], raw=MOOD, answered_by="self", at=NOON
    ).saved  # its last day, on the old one
    morning = freeze(NOON + timedelta(days=1))
    run_waves(at=morning)
    assert [one.participant for one in Asked.objects.filter(wave=wave_of(ward, "talks"))] == [
        third.participant
    ]
    short = {"mood": ["5"]}
    assert answer_by_link(token=links[2], raw=short, answered_by="self", at=morning).saved
    assert answer_by_link(token=links[2], raw=short, answered_by="self", at=morning).state == "used"
    assert answer_by_link(token=links[0], raw=short, answered_by="self", at=morning).state == "used"
    assert answer_by_link(token=kiosk, raw=short, answered_by="self", key="somebody-1", at=morning).saved
    sheet = Sheet(code=new_sheet_code(old), raw=MOOD, answered_by="self")
    assert type_sheets(wave=old.public_id, sheets=[sheet], viewer=ward.employee, at=morning)[0].saved
    rows = Entry.objects.order_by("pk").values_list("version__number", "source", "local_day")
    assert list(rows) == [
        (1, "link", NOON.date()), (1, "link", NOON.date()), (2, "link", morning.date()),
        (2, "kiosk", morning.date()), (1, "paper", NOON.date()),
    ]  # fmt: skip
    page = survey_page(deployment=ward.deployment("talks").public_id, viewer=ward.manager, day=morning.date())
    assert page.earlier == ((old.deployment.public_id, 1),)
