"""Several people write at once; nobody's words are lost."""

from typing import Any

import pytest
from tests.evaluation.conftest import Desk

from stillads.evaluation.actions import STAY, TAKE, edit_finding, save_text, settle_kept_save

pytestmark = pytest.mark.django_db


def test_a_save_that_came_second_is_kept_beside_the_winner(desk: Desk) -> None:
    first = save_text(
        phase=desk.key, key="assessment", text="Karens", version=1, viewer=desk.lead_viewer, at=desk.at
    )
    second = save_text(
        phase=desk.key, key="assessment", text="Lederens", version=1, viewer=desk.manager, at=desk.at
    )
    assert (first.version, first.kept) == (2, "")
    assert second.version == 2
    text = desk.page().texts["assessment"]
    assert text.plain == "Karens"
    assert [kept.plain for kept in text.kept] == ["Lederens"]


def test_the_kept_one_can_take_the_place(desk: Desk) -> None:
    me: dict[str, Any] = {"viewer": desk.lead_viewer, "at": desk.at}
    save_text(phase=desk.key, key="assessment", text="A", version=1, **me)
    kept = save_text(phase=desk.key, key="assessment", text="B", version=1, **me).kept
    settle_kept_save(kept=kept, choice=TAKE, version=2, **me)
    text = desk.page().texts["assessment"]
    assert (text.plain, text.kept, text.version) == ("B", (), 3)
    settle_kept_save(kept=kept, choice=STAY, version=3, **me)
    assert desk.page().texts["assessment"].plain == "B"


def test_two_edits_of_a_finding(desk: Desk) -> None:
    key = desk.finding("Først")
    me: dict[str, Any] = {
        "viewer": desk.lead_viewer,
        "at": desk.at,
        "evidence": "observation",
        "finding": key,
        "version": 1,
    }
    edit_finding(text="Anden", **me)
    saved = edit_finding(text="Tredje", **me)
    (finding,) = desk.page().box("advantage", "citizen").findings
    assert finding.plain == "Anden"
    assert [kept.plain for kept in finding.kept] == ["Tredje"]
    assert saved.kept == finding.kept[0].id


def test_the_same_words_twice_are_one_save(desk: Desk) -> None:
    me: dict[str, Any] = {"viewer": desk.lead_viewer, "at": desk.at}
    save_text(phase=desk.key, key="assessment", text="A", version=1, **me)
    again = save_text(phase=desk.key, key="assessment", text="A", version=1, **me)
    assert (again.version, again.kept) == (2, "")
