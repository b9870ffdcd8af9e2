"""Waves come from the playbook and the phase's days; those asked are drawn once."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from tests.conftest import Freeze
from tests.harness.capturing import END, NOON, START, Ward, new_ward
from tests.harness.playbooks import playbook, playbook_data
from tests.harness.surveying import DAY_TWO, colleagues, wave_of

from stillads.capture.actions.surveys.drawing import draw_wave
from stillads.capture.actions.surveys.sending import run_waves, send_links
from stillads.capture.actions.surveys.waves import agree_with_med, make_all_waves
from stillads.capture.models import Asked, Deployment, Wave
from stillads.capture.openness import Calendar
from stillads.capture.waves import PlannedWave, planned_waves
from stillads.jobs.daily import ask_surveys
from stillads.kernel.rules import Denied, RuleError
from stillads.kernel.viewer import system_viewer
from stillads.notices.models import Notice
from stillads.organisation.policy import EMPLOYEE
from stillads.playbooks.actions.versions import publish_playbook
from stillads.playbooks.format.openings import Opening
from stillads.playbooks.kinds.survey import Survey
from stillads.trials.actions.participants import set_participation
from stillads.trials.actions.phases import edit_phase
from stillads.trials.actions.playbook import choose_playbook

SYSTEM = system_viewer("test")
LATER = date(2027, 1, 1)


def _survey(**changes: Any) -> Survey:
    asked = [{"kind": "smiley", "key": "mood", "text": "Hvordan går det?"}]
    words = {"key": "s", "title": "Spørgsmål", "what": "Vi spørger.", "used_for": "Vi lærer."}
    return Survey.model_validate({**words, "items": asked, **changes})


def _calendar(**changes: Any) -> Calendar:
    days = {
        "opening": Opening(),
        "valid_from": date(2026, 3, 16),
        "valid_to": END,
        "start": START,
        "end": END,
    }
    return Calendar(**{**days, **changes})


def test_nothing_said_it_is_asked_once_while_it_is_open() -> None:
    assert planned_waves(_survey(), _calendar(), LATER) == [PlannedWave(1, START, END)]
    both = _calendar(opening=Opening(baseline=True))
    assert planned_waves(_survey(), both, LATER) == [PlannedWave(1, date(2026, 3, 16), END)]
    before = _calendar(opening=Opening(baseline=True, trial=False))
    assert planned_waves(_survey(), before, LATER) == [
        PlannedWave(1, date(2026, 3, 16), START - timedelta(days=1))
    ]


def test_on_days_counted_from_day_one_and_never_after_the_last() -> None:
    survey = _survey(waves={"days": [90, 1, 200], "open_days": 20})
    assert planned_waves(survey, _calendar(), LATER) == [
        PlannedWave(1, START, date(2026, 5, 2)),
        PlannedWave(2, date(2026, 7, 11), END),
    ]
    assert planned_waves(survey, _calendar(), START) == [PlannedWave(1, START, date(2026, 5, 2))]


def test_by_interval_waves_do_not_overlap_and_go_on_in_daily_operation() -> None:
    survey = _survey(waves={"every_days": 7, "open_days": 14})
    daily = _calendar(start=None, valid_from=date(2026, 8, 3), valid_to=None)
    assert planned_waves(survey, daily, date(2026, 8, 10)) == [
        PlannedWave(1, date(2026, 8, 3), date(2026, 8, 9)),
        PlannedWave(2, date(2026, 8, 10), date(2026, 8, 16)),
    ]


def test_with_windows_each_of_them_is_a_wave() -> None:
    windows = (("w", date(2026, 6, 1), date(2026, 6, 7)), ("other", date(2026, 5, 1), date(2026, 5, 7)))
    survey = _survey(open={"windows": ["w"]})
    plan = planned_waves(survey, _calendar(opening=survey.open, windows=windows), LATER)
    assert plan == [PlannedWave(1, date(2026, 6, 1), date(2026, 6, 7))]


def test_the_job_makes_draws_and_sends_once(ward: Ward, freeze: Freeze) -> None:
    freeze(DAY_TWO)
    ward.participant()
    ward.participant(state="informed")
    declined = ward.participant()
    set_participation(participant=declined.pk, state="declines", viewer=ward.consultant, at=ward.at)
    colleagues(ward, 2)
    assert ask_surveys.run(DAY_TWO) == "0 waves, 5 asked, 0 e-mails"  # the phase has made its waves
    assert ask_surveys.run(DAY_TWO) == "0 waves, 0 asked, 0 e-mails"
    talks = Asked.objects.filter(wave=wave_of(ward, "talks"))
    assert sorted(talks.values_list("participant__pseudonym", "channel")) == [
        ("B-01", "staff"),
        ("B-02", "staff"),
    ]
    staff = Asked.objects.filter(wave=wave_of(ward, "staff")).order_by("person__name_sort")
    assert list(staff.values_list("person__name", "channel", "sent_at")) == [
        ("Anna Dam", "email", None), ("Kollega 00", "email", None), ("Kollega 01", "email", None),
    ]  # fmt: skip


def test_staff_are_asked_only_after_med_agreed_and_reminded_once(ward: Ward, freeze: Freeze) -> None:
    freeze(DAY_TWO)
    wave = wave_of(ward, "staff")
    with pytest.raises(RuleError) as refused:
        send_links(wave=wave.public_id, viewer=ward.manager, at=DAY_TWO)
    assert str(refused.value) == "Skriv først, hvilken dag MED aftalte retningslinjerne for undersøgelsen."
    with pytest.raises(Denied):
        agree_with_med(wave=wave.public_id, day=date(2026, 3, 20), viewer=ward.employee, at=DAY_TWO)
    with pytest.raises(RuleError) as ahead:
        agree_with_med(wave=wave.public_id, day=date(2026, 4, 15), viewer=ward.manager, at=DAY_TWO)
    assert ahead.value.field == "med_agreed_on"
    agree_with_med(wave=wave.public_id, day=date(2026, 3, 20), viewer=ward.manager, at=DAY_TWO)
    assert send_links(wave=wave.public_id, viewer=ward.manager, at=DAY_TWO) == 1
    assert send_links(wave=wave.public_id, viewer=ward.manager, at=DAY_TWO) == 0
    reminding = DAY_TWO + timedelta(days=4)  # day 6: five days after the wave opened
    assert run_waves(at=reminding)[2] == 1
    assert run_waves(at=reminding)[2] == 0
    assert [n.subject for n in Notice.objects.order_by("pk")] == [
        "Nogle få spørgsmål: Trivsel",
        "Vi mangler dit svar: Trivsel",
    ]


def test_a_day_of_agreement_holds_for_later_waves(ward: Ward, freeze: Freeze) -> None:
    freeze(DAY_TWO)
    agree_with_med(
        wave=wave_of(ward, "staff").public_id, day=date(2026, 3, 20), viewer=ward.manager, at=DAY_TWO
    )
    run_waves(at=datetime(2026, 6, 20, 7, tzinfo=NOON.tzinfo))
    assert wave_of(ward, "staff", 2).med_agreed_on == date(2026, 3, 20)


def test_a_sample_is_drawn_once(db: None, freeze: Freeze) -> None:
    freeze(NOON)
    instruments = playbook_data()["instruments"]
    instruments[1]["sample"] = 2
    ward = new_ward(instruments=instruments)
    for _number in range(5):
        ward.participant()
    wave = wave_of(ward, "talks")
    assert draw_wave(wave, viewer=SYSTEM, at=NOON) == 2
    assert draw_wave(wave, viewer=SYSTEM, at=NOON) == 0
    assert Asked.objects.count() == 2


def test_who_joins_later_comes_on_the_list_too(ward: Ward) -> None:
    wave = wave_of(ward, "talks")
    ward.participant()
    assert draw_wave(wave, viewer=SYSTEM, at=NOON) == 1
    ward.participant()
    ward.participant(unit="toftegaarden")
    assert draw_wave(wave, viewer=SYSTEM, at=NOON) == 1


def test_a_wave_follows_its_phase_and_its_links_with_it(ward: Ward) -> None:
    ward.participant()
    wave = wave_of(ward, "talks")
    draw_wave(wave, viewer=SYSTEM, at=NOON)
    edit_phase(phase=ward.phase.pk, end=date(2026, 8, 10), viewer=ward.consultant, at=ward.at)
    assert wave_of(ward, "talks").closes_on == date(2026, 8, 10)
    assert Asked.objects.get().expires_on == date(2026, 8, 10)


def test_planned_waves_never_keep_a_playbook_from_being_changed(db: None, freeze: Freeze) -> None:
    freeze(NOON)
    ward = new_ward(running=False)
    before = datetime(2026, 3, 14, 7, tzinfo=NOON.tzinfo)  # two days before anything is registered
    make_all_waves(at=before)
    assert Wave.objects.filter(deployment__unit__key="elmely").count() == 2  # talks, and staff on day 1
    lean = publish_playbook(
        content=playbook(only=["rhythm"], key="kun-plan"), viewer=ward.consultant, at=before
    )
    choose_playbook(phase=ward.phase.pk, version=lean.public_id, viewer=ward.consultant, at=before)
    assert set(Deployment.objects.values_list("instrument__key", flat=True)) == {"rhythm"}
    assert not Wave.objects.exists()


def test_the_units_own_employees_are_drawn_and_no_one_elses(ward: Ward, freeze: Freeze) -> None:
    freeze(DAY_TWO)
    ward.house.unit("elmely-nat", below="elmely")
    ward.house.person(EMPLOYEE, "elmely-nat", name="Nanna Nat")
    ward.house.person(EMPLOYEE, "toftegaarden", name="Tom Toft")
    draw_wave(wave_of(ward, "staff"), viewer=SYSTEM, at=DAY_TWO)
    names = set(Asked.objects.values_list("person__name", flat=True))
    assert names == {"Anna Dam", "Nanna Nat"}
