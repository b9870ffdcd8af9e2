"""A case goes on: a step with its answers, a hand-over by word of mouth, an end before time."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stillads.kernel.clock import local_day
from stillads.kernel.rules import Conflict, RuleError
from stillads.kernel.viewer import Viewer
from stillads.playbooks.format.answers import type_raw
from stillads.playbooks.kinds.case import CANCEL, Step
from stillads.playbooks.kinds.case import Case as Flow

from ...cases.finding import answers_of, case_by, check_near_case, dates_of, flow_of
from ...cases.flow import Place, choose, go, reasons
from ...cases.states import STATES
from ...models import Case, CaseStep, Entry
from ...participation import check_goes_on
from ..entries import Said, write_entry
from ..wishes import MEANWHILE
from .logging import log

_FARTHEST: Final = timedelta(days=400)


@dataclass(frozen=True, slots=True)
class _Deed:
    """What is done: the case at its step, by whom and when."""

    case: Case
    flow: Flow
    step: Step
    key: str
    viewer: Viewer
    at: datetime


@transaction.atomic
def take_step(
    *,
    case: str,
    raw: type_raw,
    to: str = "",
    follow_up_on: date | None = None,
    version: int,
    idempotency_key: str,
    viewer: Viewer,
    at: datetime,
) -> Case:
    """The step is done, with what its form asks for; the case goes the way that holds, or the one chosen.

    to            key of the step or outcome, where there is a choice
    follow_up_on  the day on which it is looked at again, where the step asks for it
    Raises Denied, NotFound, Conflict (somebody went on meanwhile), Invalid (a reason per question), RuleError
    (fields to, follow_up_on; the citizen has left).
    """
    row = case_by(case, lock=True)
    deed = _deed(row, version, idempotency_key, viewer, at)
    if deed is None:
        return row
    _check_follow_up(deed, follow_up_on)
    answers = {**answers_of(row), **deed.flow.record(row.step, raw)}
    way = choose(deed.step, answers, to)
    place = go(deed.flow, deed.step, way, local_day(at), follow_up_on)
    return _arrive(deed, place, CaseStep.How.FORM, raw, follow_up_on)


@transaction.atomic
def hand_over_spoken(
    *, case: str, to: str = "", version: int, idempotency_key: str, viewer: Viewer, at: datetime
) -> Case:
    """*Mundtligt overleveret*: the step is done in one tap, nothing more is written."""
    row = case_by(case, lock=True)
    deed = _deed(row, version, idempotency_key, viewer, at)
    if deed is None:
        return row
    check_can_hand_over(deed.step)
    way = choose(deed.step, answers_of(row), to)
    return _arrive(deed, go(deed.flow, deed.step, way, local_day(at)), CaseStep.How.SPOKEN, {}, None)


def check_can_hand_over(step: Step) -> None:
    """Raises RuleError where the playbook wants the step written."""
    if not step.spoken:
        raise RuleError(
            _("This step has to be written; the playbook does not offer handing it over by word.")
        )


@transaction.atomic
def cancel_case(
    *, case: str, reason: str, version: int, idempotency_key: str, viewer: Viewer, at: datetime
) -> Case:
    """The case is broken off. `reason`: key of one of `cases.flow.reasons`. Also after the citizen has left."""
    row = case_by(case, lock=True)
    deed = _deed(row, version, idempotency_key, viewer, at, ending=True)
    if deed is None:
        return row
    words = {known.key: known.title for known in reasons(deed.flow)}
    if reason not in words:
        raise RuleError(_("Choose why it is broken off."), field="reason")
    day = local_day(at)
    more = {"ended_on": day.isoformat(), "cancelled": reason, "handovers": row.handovers}
    made = _entry(deed, CANCEL, {}, more)
    _keep_step(deed, CaseStep.How.CANCELLED, reason, made)
    row.state, row.cancel_why, row.ended_on, row.due_on = Case.State.CANCELLED, words[reason], day, None
    return _saved(deed, "capture.cancel_case", reason=reason)


def _deed(
    row: Case, version: int, key: str, viewer: Viewer, at: datetime, *, ending: bool = False
) -> _Deed | None:
    """Who may, and may it be? None where this very deed was done already, with the same key."""
    check_near_case(row, viewer)
    if Entry.objects.filter(idempotency_key=key, subject=row.public_id).exists():
        return None
    if row.version != version:
        raise Conflict(MEANWHILE)
    STATES.check(row.state, Case.State.CANCELLED if ending else Case.State.ENDED, "–")
    if not ending:
        check_goes_on(row.participant)
    flow = flow_of(row.deployment)
    return _Deed(row, flow, flow.step(row.step), key, viewer, at)


def _check_follow_up(deed: _Deed, day: date | None) -> None:
    today = local_day(deed.at)
    if deed.step.follow_up and day is None:
        raise RuleError(_("Write the day on which you look at it again."), field="follow_up_on")
    if day is not None and not today <= day <= today + _FARTHEST:
        raise RuleError(_("Write a day from today on, at most a year ahead."), field="follow_up_on")


def _arrive(deed: _Deed, place: Place, how: str, raw: type_raw, follow_up_on: date | None) -> Case:
    row, day = deed.case, local_day(deed.at)
    row.handovers += place.handed_over
    more: dict[str, Any] = {
        f"{row.step}_on": day.isoformat(),
        "step": row.step,
        "spoken": "yes" if how == CaseStep.How.SPOKEN else "no",
        "handovers": row.handovers,
    }
    if follow_up_on is not None:
        more["follow_up_on"] = follow_up_on.isoformat()
    if place.outcome:
        more |= {"ended_on": day.isoformat(), "outcome": place.outcome}
    made = _entry(deed, row.step, raw, more)
    _keep_step(deed, how, place.outcome or place.step, made)
    row.follow_up_on = follow_up_on
    if place.outcome:
        row.state, row.outcome, row.ended_on, row.due_on = Case.State.ENDED, place.outcome, day, None
        return _saved(deed, "capture.take_step", outcome=place.outcome)
    if place.handed_over:
        row.assigned = None
    row.step, row.role, row.due_on, row.step_since = place.step, place.role, place.due_on, deed.at
    return _saved(deed, "capture.take_step")


def _entry(deed: _Deed, form: str, raw: type_raw, more: dict[str, Any]) -> Entry:
    said = Said(
        form=form,
        raw=raw,
        key=deed.key,
        participant=deed.case.participant.public_id,
        subject=deed.case.public_id,
        constructed=deed.case.constructed,
        unasked=more.get("spoken") == "yes",
        ongoing=True,
        more={**dates_of(deed.case), **more},
    )
    return write_entry(deed.case.deployment, said, viewer=deed.viewer, at=deed.at).entry


def _keep_step(deed: _Deed, how: str, to: str, made: Entry) -> None:
    CaseStep.objects.create(
        case=deed.case,
        step=deed.case.step,
        role=deed.case.role,
        reached_at=deed.case.step_since,
        due_on=deed.case.due_on,
        done_at=deed.at,
        done_by_id=deed.viewer.person_id,
        how=how,
        to=to,
        entry_key=made.public_id,
    )


def _saved(deed: _Deed, verb: str, **data: object) -> Case:
    deed.case.version += 1
    deed.case.save()
    log(verb, deed.case, deed.viewer, deed.at, **data)
    return deed.case
