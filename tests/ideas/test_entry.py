"""Quick entry: a pasted list, twins recognised, hundreds at once."""

from datetime import date
from typing import Any

import pytest
from tests.harness.people import House
from tests.harness.queries import queries_of
from tests.ideas.conftest import Give

from stillads.ideas.actions import create_workshop, enter_many
from stillads.ideas.entry import Verdict, preview, read_lines
from stillads.ideas.models import Idea
from stillads.kernel.clock import now
from stillads.kernel.rules import Denied, RuleError
from stillads.kernel.viewer import Viewer
from stillads.search.queries import find

pytestmark = pytest.mark.django_db


def test_bullets_numbers_and_empty_lines_are_left_out() -> None:
    pasted = "- Bænke \n\n• Bus   til byen\n12. Klippekort;\n2 senge pr. stue\n  * 3 måltider om dagen\r\n"
    assert read_lines(pasted) == [
        "Bænke",
        "Bus til byen",
        "Klippekort",
        "2 senge pr. stue",
        "3 måltider om dagen",
    ]


def test_twins_are_recognised_however_they_are_written(give: Give) -> None:
    known = give("Klippekort uden bilag for alle borgere")
    lines = [
        "Klippekort uden bilag til alle borgere",
        "KLIPPEKORT uden bilag, for alle borgere!",
        "Bus til byen",
        "Bus til Byen",
        "Fru Holm 010203-1234",
    ]
    shown = preview(lines)
    assert [line.verdict for line in shown] == [
        Verdict.ALIKE, Verdict.SAME, Verdict.NEW, Verdict.SAME, Verdict.CPR,
    ]  # fmt: skip
    assert [line.match_id for line in shown] == [known.public_id, known.public_id, "", "", ""]


def test_the_same_words_are_recognised_among_all_ideas_however_old(
    give: Give, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("stillads.ideas.entry._LOOKED_AT", 0)
    give("Klippekort uden bilag")
    shown = preview(["klippekort uden bilag", "Klippekort uden bilage"])
    assert [line.verdict for line in shown] == [Verdict.SAME, Verdict.ALIKE]
    assert [bool(line.match_id) for line in shown] == [True, False]


def test_different_ideas_on_the_same_thing_are_not_twins(give: Give) -> None:
    give("Klippekort til gåture")
    assert preview(["Klippekort til indkøb i byen"])[0].verdict is Verdict.NEW


def test_hundreds_are_entered_at_once_and_twice_is_once(house: House, consultant: Viewer) -> None:
    workshop = create_workshop(
        title="Workshop", held_on=date(2021, 11, 4), idempotency_key="w", viewer=consultant, at=now()
    )
    lines = [f"Idé nummer {number} om måltider" for number in range(263)]
    arguments: dict[str, Any] = {
        "lines": lines,
        "workshop": workshop.public_id,
        "theme": "boligen",
        "viewer": consultant,
    }
    sent = queries_of(lambda: enter_many(idempotency_key="k", at=now(), **arguments))
    assert len(sent) < 40
    enter_many(idempotency_key="k", at=now(), **arguments)
    assert Idea.objects.filter(workshop=workshop, theme__key="boligen").count() == 263
    assert len(find("nummer 262", viewer=consultant)) == 1


def test_all_or_none(consultant: Viewer) -> None:
    with pytest.raises(RuleError) as refused:
        enter_many(lines=["Bænke", "010203-1234"], idempotency_key="k", viewer=consultant, at=now())
    assert (Idea.objects.count(), "lines" in str(refused.value.errors)) == (0, True)  # type: ignore[attr-defined]  # Invalid


@pytest.mark.parametrize(("count", "said"), [(0, "mindst én"), (501, "501")])
def test_nothing_and_too_much_are_refused(consultant: Viewer, count: int, said: str) -> None:
    with pytest.raises(RuleError, match=said) as refused:
        enter_many(lines=["Idé"] * count, idempotency_key="k", viewer=consultant, at=now())
    assert refused.value.field == "lines"


def test_an_employee_does_not_enter_a_workshop(house: House) -> None:
    with pytest.raises(Denied):
        enter_many(lines=["Bænke"], idempotency_key="k", viewer=house.viewer("employee"), at=now())
