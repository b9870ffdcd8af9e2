"""From draft to approved, and back."""

import pytest
from tests.evaluation.conftest import Desk

from stillads.evaluation.actions import approve, ask_for_changes, reopen, save_text, submit
from stillads.kernel.rules import Conflict, Denied, RuleError

pytestmark = pytest.mark.django_db


def test_it_cannot_be_handed_in_before_it_is_whole(desk: Desk) -> None:
    with pytest.raises(RuleError) as refused:
        submit(phase=desk.key, viewer=desk.lead_viewer, at=desk.at)
    assert len(desk.page().missing) == 12
    assert str(desk.page().missing[0].sentence) in str(refused.value.reason)


def test_handed_in_sent_back_approved_and_reopened(desk: Desk) -> None:
    desk.whole()
    assert desk.page().missing == ()
    submit(phase=desk.key, viewer=desk.lead_viewer, at=desk.at)
    with pytest.raises(Conflict):
        save_text(phase=desk.key, key="assessment", text="Mere", viewer=desk.lead_viewer, at=desk.at)
    with pytest.raises(Denied):
        approve(phase=desk.key, viewer=desk.lead_viewer, at=desk.at)
    ask_for_changes(phase=desk.key, reason="Skriv tallet ind.", viewer=desk.manager, at=desk.at)
    save_text(phase=desk.key, key="assessment", text="Mere", viewer=desk.lead_viewer, at=desk.at)
    submit(phase=desk.key, viewer=desk.lead_viewer, at=desk.at)
    approve(phase=desk.key, viewer=desk.consultant, at=desk.at)
    assert desk.page().state == "approved"
    with pytest.raises(RuleError) as refused:
        reopen(phase=desk.key, reason=" ", viewer=desk.consultant, at=desk.at)
    assert refused.value.field == "reason"
    reopen(phase=desk.key, reason="Et tal var forkert.", viewer=desk.consultant, at=desk.at)
    assert [step.state for step in desk.page().steps] == [
        "draft", "in_review", "changes_asked", "in_review", "approved", "draft",
    ]  # fmt: skip
