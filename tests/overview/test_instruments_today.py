"""The start page names the wishes and cases that wait where one works; a consultant is left in peace."""

from datetime import date

import pytest
from tests.conftest import Freeze
from tests.harness.capturing import NOON, Ward, new_ward
from tests.harness.playbooks import playbook_data
from tests.harness.queries import queries_of
from tests.harness.surveying import wave_of

from stillads.capture.actions.cases.giving import assign
from stillads.capture.actions.cases.starting import start_case
from stillads.capture.actions.surveys.declining import decline
from stillads.capture.actions.surveys.drawing import draw_wave
from stillads.capture.actions.surveys.sending import choose_channel
from stillads.capture.actions.surveys.waves import agree_with_med
from stillads.capture.actions.wishes import hear_wish
from stillads.capture.models import Asked, Case, Wave
from stillads.capture.queries.surveys.waiting import waiting_waves
from stillads.kernel.viewer import system_viewer
from stillads.overview.queries.task import Task
from stillads.overview.queries.today import today_page
from stillads.trials.actions.participants import set_participation


@pytest.fixture
def ward(db: None, freeze: Freeze) -> Ward:
    """Two care centres that try every instrument out."""
    freeze(NOON)
    return new_ward()


def _tasks(ward: Ward, who: str = "employee", day: date | None = None) -> list[Task]:
    places = {"wishes", "case", "cases", "asked", "med"}
    return [task for task in today_page(getattr(ward, who), day or NOON.date()).tasks if task.place in places]


def _case(ward: Ward, key: str) -> Case:
    return start_case(
        deployment=ward.deployment("flow").pk, participant=ward.participant().public_id, raw={},
        idempotency_key=key, viewer=ward.employee, at=NOON,
    )  # fmt: skip


def test_a_case_that_waits_is_a_sentence_with_its_day(ward: Ward) -> None:
    case = _case(ward, "c1")
    wanted = Task(
        "Tag næste skridt: Fælles første møde.", "B-01, Straksvisitation", "case", (case.public_id,), date(2026, 5, 13)
    )  # fmt: skip
    assert _tasks(ward) == _tasks(ward, "manager") == [wanted]
    assert _tasks(ward, "consultant") == []
    page = ward.house.client_of(ward.nurse).get("/").content.decode()
    assert f'href="/forloeb/{case.public_id}/"' in page and "13. maj 2026, om 7 dage" in page
    assign(case=case.public_id, person=ward.nurse.public_id, version=1, viewer=ward.manager, at=NOON)
    assert (_tasks(ward), _tasks(ward, "manager")) == ([wanted], [])


def test_after_the_citizen_has_left_it_says_what_is_left_to_do(ward: Ward) -> None:
    case = _case(ward, "c1")
    who = case.participant.public_id
    set_participation(participant=who, state="withdrawn", viewer=ward.consultant, at=NOON)
    assert [task.text for task in _tasks(ward)] == ["Afbryd forløbet; borgeren deltager ikke længere."]


def test_many_cases_are_five_and_one_sentence(ward: Ward) -> None:
    for number in range(7):
        _case(ward, f"c{number}")
    found = _tasks(ward)
    assert [task.place for task in found].count("case") == 5
    assert [task.text for task in found if task.place == "cases"] == ["Se på 2 forløb mere."]


def test_wishes_are_one_sentence_with_the_first_day(ward: Ward) -> None:
    for number in range(2):
        hear_wish(
            deployment=ward.deployment("wishes").pk, participant=ward.participant().public_id, text="Kaffe",
            area="meals", on_behalf="self", idempotency_key=f"w{number}", viewer=ward.employee, at=NOON,
        )  # fmt: skip
    text = "Gør noget ved 2 ønsker, og fortæl borgerne det."
    assert _tasks(ward) == [Task(text, "", "wishes", (), date(2026, 5, 20))]
    assert _tasks(ward, "consultant") == []


def test_those_who_get_no_mail_are_reminded_by_staff_from_the_day_of_reminders_on(
    db: None, freeze: Freeze
) -> None:
    freeze(NOON)
    instruments = playbook_data()["instruments"]
    instruments[1] |= {
        "waves": {"days": [20], "open_days": 14, "remind_after_days": [6]}
    }  # open from 2 to 15 May
    ward = new_ward(instruments=instruments)
    for _number in range(3):
        ward.participant()
    wave = wave_of(ward, "talks")
    draw_wave(wave, viewer=system_viewer("test"), at=NOON)
    by_mail, away, _still = Asked.objects.order_by("pk")
    choose_channel(
        asked=by_mail.public_id, channel="email", email="datter@example.dk", viewer=ward.employee, at=NOON
    )
    assert _tasks(ward, day=date(2026, 5, 7)) == []
    about = "Velfærdssamtale, Elmely"
    wanted = Task("Mind 2 om det; de mangler at svare.", about, "asked", (wave.public_id,), date(2026, 5, 15))
    assert _tasks(ward, day=date(2026, 5, 8)) == _tasks(ward, "manager", date(2026, 5, 8)) == [wanted]
    assert _tasks(ward, "consultant", date(2026, 5, 8)) == []
    decline(asked=away.public_id, why="away", viewer=ward.employee, at=NOON)
    assert [task.text for task in _tasks(ward, day=date(2026, 5, 8))] == [
        "Mind én om det, der mangler at svare."
    ]


def test_the_manager_is_asked_for_meds_day_before_staff_are(ward: Ward) -> None:
    wave = Wave.objects.get(deployment=ward.deployment("staff"), number=1)
    Wave.objects.filter(pk=wave.pk).update(opens_on=date(2026, 5, 20), closes_on=date(2026, 5, 29))
    assert _tasks(ward, "manager", date(2026, 5, 5)) == []
    wanted = Task(
        "Skriv, hvornår MED aftalte retningslinjerne.", "Trivsel, Elmely", "med", (wave.public_id,), date(2026, 5, 20)
    )  # fmt: skip
    assert _tasks(ward, "manager", date(2026, 5, 6)) == [wanted]
    assert _tasks(ward, day=date(2026, 5, 6)) == []
    agree_with_med(wave=wave.public_id, day=date(2026, 5, 1), viewer=ward.manager, at=NOON)
    assert _tasks(ward, "manager", date(2026, 5, 6)) == []


def test_waves_cost_the_start_page_the_same_queries(ward: Ward) -> None:
    few = queries_of(lambda: waiting_waves(viewer=ward.manager, day=NOON.date()))
    for _number in range(3):
        ward.participant()
    draw_wave(wave_of(ward, "talks"), viewer=system_viewer("test"), at=NOON)
    many = queries_of(lambda: waiting_waves(viewer=ward.manager, day=NOON.date()))
    assert len(few) == len(many) == 2
