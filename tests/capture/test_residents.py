"""A survey of a unit's residents: drawn from its list, under numbers, asked only with a yes, never after a no."""

from datetime import timedelta
from typing import Any

import pytest
from tests.conftest import Freeze
from tests.harness.capturing import NOON, Ward, new_ward
from tests.harness.playbooks import playbook_data
from tests.harness.queries import queries_of
from tests.harness.surveying import MOOD, loaded, wave_of

from stillads.audit.models import AuditEvent
from stillads.capture.actions.surveys.answering import answer_by_link, note_conversation
from stillads.capture.actions.surveys.declining import decline, decline_by_link
from stillads.capture.actions.surveys.drawing import draw_wave
from stillads.capture.actions.surveys.sending import choose_channel, run_waves
from stillads.capture.actions.surveys.sheets import Sheet, type_sheets
from stillads.capture.actions.surveys.undoing import undo_conversation
from stillads.capture.links import sheet_code_of, token_of_asked
from stillads.capture.models import Asked, Entry
from stillads.capture.queries.surveys.asked import asked_in, people_to_talk_with
from stillads.capture.queries.surveys.doors import door
from stillads.kernel.rules import RuleError
from stillads.kernel.viewer import system_viewer
from stillads.organisation.actions.residents import add_residents, resident_left
from stillads.organisation.models import Citizen
from stillads.trials.actions.participants import enrol, set_participation
from stillads.trials.models import Participant, Participation

SYSTEM = system_viewer("test")
NAMES = "Gudrun Holm\nEgon Bak\nRuth Dam"


def _ward(freeze: Freeze, requires: str = "participates", **talks: Any) -> Ward:
    """Three people live at Elmely and nobody takes part in anything."""
    freeze(NOON)
    instruments = playbook_data()["instruments"]
    instruments[1] |= {"drawn_from": "residents", **talks}
    ward = new_ward(instruments=instruments, participation={"requires": requires})
    add_residents(unit=ward.house.units["elmely"].public_id, names=NAMES, viewer=ward.manager, at=NOON)
    return ward


@pytest.fixture
def ward(db: None, freeze: Freeze) -> Ward:
    return _ward(freeze)


def _draw(ward: Ward, number: int = 1) -> list[Asked]:
    draw_wave(wave_of(ward, "talks", number), viewer=SYSTEM, at=ward.at)
    rows = Asked.objects.filter(wave__number=number).select_related("wave").order_by("participant__pseudonym")
    return [loaded(asked) for asked in rows]


def _person(asked: Asked) -> Participant:
    assert asked.participant is not None
    return asked.participant


def test_all_who_live_there_are_asked_under_numbers_and_nothing_has_been_answered_for_them(
    ward: Ward,
) -> None:
    asked = _draw(ward)
    assert [_person(one).pseudonym for one in asked] == ["B-01", "B-02", "B-03"]
    assert {_person(one).citizen_id for one in asked} == set(Citizen.objects.values_list("pk", flat=True))
    assert not Participation.objects.exists()
    assert _draw(ward) == asked  # drawn again it is the same three


def test_below_the_unit_counts_elsewhere_does_not_and_whoever_moved_is_forgotten(ward: Ward) -> None:
    ward.house.unit("elmely-nord", below="elmely")
    for unit, name in (("elmely-nord", "Aage Krog"), ("toftegaarden", "Inger Toft")):
        nurse = ward.house.viewer("employee", unit)
        add_residents(unit=ward.house.units[unit].public_id, names=name, viewer=nurse, at=NOON)
    gone = Citizen.objects.order_by("pk")[0]
    resident_left(resident=gone.public_id, viewer=ward.manager, at=NOON)
    assert len(_draw(ward)) == 3
    shown = asked_in(wave=wave_of(ward, "talks").public_id, viewer=ward.manager)
    assert {person.name.split(" (")[0] for person in shown.people} == {"Egon Bak", "Ruth Dam", "Aage Krog"}


def test_a_sample_takes_in_no_more_people_than_are_asked(db: None, freeze: Freeze) -> None:
    ward = _ward(freeze, sample=2)
    assert len(_draw(ward)) == 2
    assert Participant.objects.count() == 2


def test_names_are_for_those_who_work_there_and_every_look_is_logged(ward: Ward) -> None:
    wave = _draw(ward)[0].wave.public_id
    mine = asked_in(wave=wave, viewer=ward.employee)
    assert {name.split(" (")[0] for name in (person.name for person in mine.people)} == {
        "Gudrun Holm", "Egon Bak", "Ruth Dam",
    }  # fmt: skip
    others = asked_in(wave=wave, viewer=ward.consultant)
    assert [person.name for person in others.people] == ["B-01", "B-02", "B-03"]
    assert AuditEvent.objects.filter(verb="capture.read_survey").count() == 2


def test_in_a_conversation_the_resident_hears_first_what_it_is_for(ward: Ward) -> None:
    asked = _draw(ward)[0]
    said: dict[str, Any] = {
        "deployment": ward.deployment("talks").public_id, "participant": _person(asked).public_id, "raw": MOOD,
        "answered_by": "self", "key": "k", "viewer": ward.employee, "at": NOON,
    }  # fmt: skip
    people = people_to_talk_with(wave=asked.wave.public_id, viewer=ward.employee)
    assert [person.tell_first for person in people] == [True, True, True]
    with pytest.raises(RuleError) as refused:
        note_conversation(**said)
    assert refused.value.field == "told" and not Entry.objects.exists()
    note_conversation(**said, told=True)
    answer = Participation.objects.get()
    assert (answer.participant, answer.state, answer.spoken_by) == (asked.participant, "participates", "")
    people = people_to_talk_with(wave=asked.wave.public_id, viewer=ward.employee)
    assert [person.tell_first for person in people] == [False, True, True]


def test_noted_about_the_wrong_resident_the_yes_is_undone_with_the_conversation(ward: Ward) -> None:
    asked = _draw(ward)[0]
    made = note_conversation(
        deployment=ward.deployment("talks").public_id, participant=_person(asked).public_id, raw=MOOD,
        answered_by="self", key="k", told=True, viewer=ward.employee, at=NOON,
    )  # fmt: skip
    undo_conversation(entry=made.entry.public_id, viewer=ward.employee, at=NOON)
    assert not Participation.objects.exists()
    asked.refresh_from_db()
    assert not asked.answered
    said = (
        AuditEvent.objects.filter(verb="trials.participation").order_by("pk").values_list("data", flat=True)
    )
    assert list(said) == [{"state": "participates"}, {"state": "taken_back"}]


def test_whoever_has_moved_is_reminded_of_nothing(ward: Ward) -> None:
    asked = _draw(ward)[0]
    choose_channel(
        asked=asked.public_id, channel="email", email="datter@example.dk", viewer=ward.employee, at=NOON
    )
    gone = _person(asked).citizen
    assert gone is not None
    resident_left(resident=gone.public_id, viewer=ward.manager, at=NOON)
    assert run_waves(at=NOON)[2] == 0
    asked.refresh_from_db()
    assert asked.declined_why == "moved"
    people = people_to_talk_with(wave=asked.wave.public_id, viewer=ward.employee)
    assert _person(asked).public_id not in [person.public_id for person in people]


@pytest.mark.parametrize("way", ["link", "paper"])
def test_whoever_answers_has_said_yes_and_it_is_written_once(ward: Ward, way: str) -> None:
    asked = _draw(ward)[1]
    for _again in range(2):
        if way == "link":
            answer_by_link(token=token_of_asked(asked), raw=MOOD, answered_by="relative", at=NOON)
        else:
            sheet = Sheet(code=sheet_code_of(asked), raw=MOOD, answered_by="relative")
            assert type_sheets(wave=asked.wave.public_id, sheets=[sheet], viewer=ward.employee, at=NOON)[
                0
            ].saved
    said = Participation.objects.get()
    assert (said.state, said.spoken_by, said.note) == (
        "participates", "en pårørende", "Sagt ved at svare på „Velfærdssamtale“.",
    )  # fmt: skip
    assert Entry.objects.get().participant == asked.participant


def test_an_anonymous_answer_leaves_no_word_of_who_said_yes(db: None, freeze: Freeze) -> None:
    ward = _ward(freeze, anonymous=True, channels=["link"], wish=None)
    asked = _draw(ward)[0]
    assert answer_by_link(token=token_of_asked(asked), raw=MOOD, at=NOON).saved
    assert not Participation.objects.exists()


def test_a_no_by_link_is_a_no_in_the_whole_trial(db: None, freeze: Freeze) -> None:
    ward = _ward(freeze, waves={"days": [20, 40], "open_days": 10})
    first, second, third = _draw(ward)
    decline_by_link(token=token_of_asked(first), at=NOON)
    decline(asked=second.public_id, why="never", viewer=ward.employee, at=NOON)
    assert sorted(Participation.objects.values_list("participant__pseudonym", "state")) == [
        ("B-01", "declines"),
        ("B-02", "declines"),
    ]
    shown = door(token=token_of_asked(first), day=NOON.date())
    assert shown is not None and shown.state == "closed"
    ward.at = freeze(NOON + timedelta(days=20))
    run_waves(at=ward.at)
    assert [one.participant for one in _draw(ward, 2)] == [third.participant]


def test_whoever_said_no_before_is_not_drawn_and_whoever_takes_part_is_asked_once(ward: Ward) -> None:
    egon, gudrun = (Citizen.objects.order_by("pk")[n] for n in (0, 1))
    no = enrol(
        phase=ward.phase.pk,
        site="elmely",
        state="declines",
        resident=egon.public_id,
        viewer=ward.employee,
        at=NOON,
    )
    yes = enrol(
        phase=ward.phase.pk, site="elmely", state="participates", resident=gudrun.public_id, viewer=ward.employee,
        at=NOON,
    )  # fmt: skip
    with pytest.raises(RuleError) as twice:
        enrol(phase=ward.phase.pk, site="elmely", resident=egon.public_id, viewer=ward.employee, at=NOON)
    assert twice.value.field == "resident"
    asked = _draw(ward)
    assert yes in [one.participant for one in asked] and no not in [one.participant for one in asked]
    assert len(asked) == 2


def test_with_written_consent_only_those_who_have_given_it_are_asked(db: None, freeze: Freeze) -> None:
    ward = _ward(freeze, requires="written_consent")
    assert _draw(ward) == []
    signed = Citizen.objects.order_by("pk")[0]
    person = enrol(
        phase=ward.phase.pk,
        site="elmely",
        state="informed",
        resident=signed.public_id,
        viewer=ward.manager,
        at=NOON,
    )
    assert _draw(ward) == []
    set_participation(participant=person.pk, state="written_consent", viewer=ward.manager, at=NOON)
    assert [one.participant for one in _draw(ward)] == [person]


def test_the_list_with_names_takes_the_same_queries(ward: Ward) -> None:
    wave = _draw(ward)[0].wave.public_id
    few = queries_of(lambda: asked_in(wave=wave, viewer=ward.employee))
    unit = ward.house.units["elmely"].public_id
    add_residents(unit=unit, names="Aage Krog\nInger Toft", viewer=ward.manager, at=NOON)
    _draw(ward)
    many = queries_of(lambda: asked_in(wave=wave, viewer=ward.employee))
    assert len(few) == len(many)
