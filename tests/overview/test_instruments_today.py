"""The start page names the wishes and cases that wait where one works; a consultant is left in peace."""

from datetime import date

import pytest
from tests.conftest import Freeze
from tests.harness.capturing import NOON, Ward, new_ward

from stillads.capture.actions.cases.giving import assign
from stillads.capture.actions.cases.starting import start_case
from stillads.capture.actions.wishes import hear_wish
from stillads.capture.models import Case
from stillads.overview.queries.task import Task
from stillads.overview.queries.today import today_page
from stillads.trials.actions.participants import set_participation


@pytest.fixture
def ward(db: None, freeze: Freeze) -> Ward:
    """Two care centres that try every instrument out."""
    freeze(NOON)
    return new_ward()


def _tasks(ward: Ward, who: str = "employee") -> list[Task]:
    places = {"wishes", "case", "cases"}
    return [task for task in today_page(getattr(ward, who), NOON.date()).tasks if task.place in places]


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
