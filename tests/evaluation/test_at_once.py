"""Two people press Save in the same second, each on a connection of their own."""

from collections.abc import Callable

import pytest
from tests.evaluation.conftest import Desk
from tests.harness.at_once import at_once

from stillads.evaluation.actions import Saved, approve, save_text, submit
from stillads.kernel.rules import Conflict

pytestmark = pytest.mark.django_db(transaction=True)


def test_both_texts_are_there_afterwards(desk: Desk) -> None:
    def writer(text: str) -> Callable[[], object]:
        return lambda: save_text(
            phase=desk.key, key="assessment", text=text, version=1, viewer=desk.lead_viewer, at=desk.at
        )

    saved = at_once(writer("Karens"), writer("Lederens"))
    assert sorted(bool(one.kept) for one in saved if isinstance(one, Saved)) == [False, True]
    text = desk.page().texts["assessment"]
    assert text.version == 2
    assert {text.plain, *(kept.plain for kept in text.kept)} == {"Karens", "Lederens"}


def test_a_save_and_an_approval_cannot_both_win(desk: Desk) -> None:
    desk.whole()
    submit(phase=desk.key, viewer=desk.lead_viewer, at=desk.at)
    first, second = at_once(
        lambda: approve(phase=desk.key, viewer=desk.consultant, at=desk.at),
        lambda: save_text(
            phase=desk.key, key="assessment", text="For sent", viewer=desk.lead_viewer, at=desk.at
        ),
    )
    assert first is None
    assert isinstance(second, Conflict)
    assert desk.page().texts["assessment"].plain == "Det gik godt."
