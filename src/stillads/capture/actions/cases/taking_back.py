"""The last step of a case is taken back: it was done by mistake. A newer row says so, with the reason."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stillads.kernel.rules import Conflict, RuleError
from stillads.kernel.viewer import Viewer

from ...cases.finding import case_by, check_near_case, flow_of, steps_standing
from ...cases.flow import handed_over
from ...cases.states import STATES
from ...models import Case, CaseStep, Entry
from ...participation import check_goes_on
from ..entries import void
from ..wishes import MEANWHILE
from .logging import log


@transaction.atomic
def take_back_step(
    *, case: str, reason: str, version: int, idempotency_key: str, viewer: Viewer, at: datetime
) -> Case:
    """The case stands again where it stood before its last step (or before it was broken off).

    The registration of the step is taken back with the same reason. Sent again with the same key it is done once.
    Raises Denied (somebody else registered it), NotFound, Conflict (somebody went on meanwhile), RuleError
    (no step to take back, no reason, the citizen has left, another case has begun since).
    """
    row = case_by(case, lock=True)
    check_near_case(row, viewer)
    if Entry.objects.filter(idempotency_key=idempotency_key, subject=row.public_id).exists():
        return row
    if row.version != version:
        raise Conflict(MEANWHILE)
    step = last_step(row)
    check_can_take_back(row, step)
    STATES.check(row.state, Case.State.OPEN, reason)
    assert step is not None  # noqa: S101  (checked above)
    done = void(
        entry=step.entry_key, reason=reason, key=idempotency_key, moves_row=True, viewer=viewer, at=at
    )
    CaseStep.objects.create(
        case=row, step=step.step, role=step.role, reached_at=step.reached_at, due_on=step.due_on, done_at=at,
        done_by_id=viewer.person_id, how=CaseStep.How.BACK, to=step.step, entry_key=done.entry.public_id,
        takes_back=step, reason=reason.strip()[:200],
    )  # fmt: skip
    _put_back(row, step)
    log("capture.take_step_back", row, viewer, at)
    return row


def last_step(case: Case) -> CaseStep | None:
    """The newest row that stands: a step, or the breaking off."""
    rows = CaseStep.objects.filter(case=case, taken_back_by__isnull=True).exclude(how=CaseStep.How.BACK)
    return rows.order_by("-pk").first()


def check_can_take_back(case: Case, step: CaseStep | None) -> None:
    """Raises RuleError with the reason why nothing can be taken back."""
    if step is None:
        raise RuleError(_("No step has been taken yet."))
    check_goes_on(case.participant)
    others = Case.objects.filter(
        deployment_id=case.deployment_id, participant_id=case.participant_id, state=Case.State.OPEN
    )
    if others.exclude(pk=case.pk).exists():
        raise RuleError(_("The citizen has a case under way here already. Go on with that one."))


def _put_back(row: Case, step: CaseStep) -> None:
    flow = flow_of(row.deployment)
    moved = step.how != CaseStep.How.CANCELLED and handed_over(flow, flow.step(step.step), step.to)
    row.handovers -= moved
    if moved:
        row.assigned = None
    row.step, row.role, row.due_on, row.step_since = step.step, step.role, step.due_on, step.reached_at
    row.follow_up_on = _agreed_day(row)
    row.state, row.outcome, row.ended_on, row.cancel_why = Case.State.OPEN, "", None, ""
    row.version += 1
    row.save()


def _agreed_day(row: Case) -> date | None:
    """The day on which it is looked at again, as the step before agreed on it."""
    before = steps_standing(row).last()
    entry = Entry.objects.filter(public_id=before.entry_key).first() if before else None
    day = entry.answers.get("follow_up_on") if entry else None
    return date.fromisoformat(day) if day else None
