"""A step done by mistake: taken back by a newer row, with the reason; nothing is overwritten."""

from datetime import date, timedelta
from typing import Any

import pytest
from tests.harness.capturing import NOON, Ward

from stillads.capture.actions.cases.starting import start_case
from stillads.capture.actions.cases.stepping import cancel_case, hand_over_spoken, take_step
from stillads.capture.actions.cases.taking_back import take_back_step
from stillads.capture.models import Case, CaseStep, Entry
from stillads.capture.queries.cases import case_page
from stillads.kernel.rules import Conflict, Denied, RuleError
from stillads.organisation.policy import EMPLOYEE
from stillads.trials.actions.participants import set_participation

MEETING = {"starts": ["yes"], "minutes_occupational_therapist": ["45"]}


def _start(ward: Ward, key: str = "c1") -> Case:
    return start_case(
        deployment=ward.deployment("flow").pk, participant=ward.participant().public_id, raw={}, idempotency_key=key,
        viewer=ward.employee, at=NOON,
    )  # fmt: skip


def _on(ward: Ward, case: Case, key: str, **more: Any) -> dict[str, Any]:
    return {
        "case": case.public_id, "version": case.version, "idempotency_key": key, "viewer": ward.employee,
        "at": NOON, **more,
    }  # fmt: skip


def _place(case: Case) -> tuple[str, str, str, date | None, int]:
    return case.state, case.step, case.role, case.due_on, case.handovers


def test_the_case_stands_where_it_stood_and_both_rows_stay(ward: Ward) -> None:
    case = _start(ward)
    before = _place(case)
    case = take_step(**_on(ward, case, "s1", raw=MEETING))
    case = take_back_step(**_on(ward, case, "b1", reason="Forkert borger"))
    assert _place(case) == before
    assert take_back_step(**_on(ward, case, "b1", reason="Forkert borger")).version == case.version
    taken, back = CaseStep.objects.order_by("pk")
    assert (back.takes_back, back.reason, back.how, taken.how) == (taken, "Forkert borger", "back", "form")
    step, voided = Entry.objects.filter(form__in=["first_meeting", "void"]).order_by("pk")
    assert (voided.voids, voided.void_reason) == (step, "Forkert borger")
    page = case_page(case=case.public_id, viewer=ward.employee, day=NOON.date())
    assert page.answers == {"started_on": "2026-05-06"} and page.minutes == (("Ergoterapeut", 0),)
    assert [(step.how, step.taken_back) for step in page.taken] == [("form", True), ("back", False)]
    assert not page.can_take_back
    again = take_step(**_on(ward, case, "s2", raw=MEETING, at=NOON + timedelta(days=1)))
    assert Entry.objects.get(form="first_meeting", voided_by__isnull=True).answers["first_meeting_on"] == (
        "2026-05-07"
    )
    assert again.handovers == 1


def test_step_after_step_is_taken_back_and_the_agreed_day_comes_back(ward: Ward) -> None:
    case = take_step(**_on(ward, _start(ward), "s1", raw=MEETING))
    case = take_step(**_on(ward, case, "s2", raw={}, follow_up_on=date(2026, 6, 1)))
    case = take_step(**_on(ward, case, "s3", raw={}, to="partly"))
    assert case.state == "ended"
    case = take_back_step(**_on(ward, case, "b1", reason="Trykket ved en fejl"))
    assert (_place(case), case.follow_up_on, case.outcome) == (
        ("open", "follow_up", "Visitator", date(2026, 6, 16), 2),
        date(2026, 6, 1),
        "",
    )
    case = take_back_step(**_on(ward, case, "b2", reason="Trykket ved en fejl"))
    assert (case.step, case.handovers, case.follow_up_on) == ("training", 1, None)
    case = hand_over_spoken(**_on(ward, case, "s4"))
    case = take_back_step(**_on(ward, case, "b3", reason="Ikke sagt endnu"))
    assert case.step == "training"


def test_a_breaking_off_is_taken_back_unless_another_case_has_begun(ward: Ward) -> None:
    case = _start(ward)
    case = cancel_case(**_on(ward, case, "x1", reason="mistake"))
    assert (case.state, case.cancel_why) == ("cancelled", "Begyndt ved en fejl")
    start_case(
        deployment=ward.deployment("flow").pk, participant=case.participant.public_id, raw={}, idempotency_key="c2",
        viewer=ward.employee, at=NOON,
    )  # fmt: skip
    with pytest.raises(RuleError) as other:
        take_back_step(**_on(ward, case, "b1", reason="Den skal køre videre"))
    assert str(other.value) == "Borgeren har allerede et forløb i gang her. Gå videre med det."
    Case.objects.exclude(pk=case.pk).update(state="ended")
    case = take_back_step(**_on(ward, case, "b1", reason="Den skal køre videre"))
    assert (case.state, case.step, case.cancel_why, case.ended_on) == ("open", "first_meeting", "", None)


def test_a_reason_a_step_and_ones_own_are_needed(ward: Ward) -> None:
    case = _start(ward)
    with pytest.raises(RuleError) as none:
        take_back_step(**_on(ward, case, "b1", reason="Fejl"))
    assert str(none.value) == "Der er ikke taget noget trin endnu."
    case = take_step(**_on(ward, case, "s1", raw=MEETING))
    with pytest.raises(RuleError) as silent:
        take_back_step(**_on(ward, case, "b1", reason=" "))
    assert silent.value.field == "reason"
    colleague = ward.house.viewer(EMPLOYEE, "elmely")
    with pytest.raises(Denied):
        take_back_step(**_on(ward, case, "b1", reason="Fejl", viewer=colleague))
    with pytest.raises(Conflict):
        take_back_step(**_on(ward, case, "b1", reason="Fejl", version=1))
    set_participation(
        participant=case.participant.public_id, state="withdrawn", viewer=ward.consultant, at=NOON
    )
    with pytest.raises(RuleError):
        take_back_step(**_on(ward, case, "b1", reason="Fejl"))
    assert take_step(**_on(ward, case, "s1", raw=MEETING)).step == "training"
