"""Phases: plan a trial's run in a round, change its dates, take it a step on."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from stillads.audit.actions.record import record
from stillads.kernel.rules import Conflict, RuleError
from stillads.kernel.viewer import Viewer

from .. import followers
from ..finding import index_trial
from ..lookup import phase_by, prediction_for, round_by, trial_by, type_ref
from ..models import Phase, Prediction, Round, Trial
from ..rules import check_can_edit, check_in_order, check_owns, check_round_open, check_texts, check_version
from .bodies import body_data
from .sites import SiteInput, put_site
from .step import born, take_step

_UNSET: Any = object()


@transaction.atomic
def plan_phase(
    *,
    trial: type_ref,
    round_: type_ref,
    start: date | None = None,
    end: date | None = None,
    baseline_start: date | None = None,
    evaluation_date: date | None = None,
    sites: Sequence[SiteInput] = (),
    expected_citizens: int | None = None,
    expected_employees: int | None = None,
    participants_note: str = "",
    tested_at_text: str = "",
    open_questions: Mapping[str, Any] | str = "",
    order_in_round: int | None = None,
    playbook_version_id: int | None = None,
    constructed: bool = False,
    viewer: Viewer,
    at: datetime,
) -> Phase:
    """The trial's next phase, in draft, with the round's dates unless `start` and `end` are its own.

    A trial has one phase in a round: planned again with the same dates it gives the phase already there.
    The trial becomes active. Raises RuleError where the round takes no more, Conflict where one is there.
    """
    owner, window = trial_by(trial, lock=True), round_by(round_)
    check_can_edit(owner, viewer)
    own = start is not None or end is not None
    first, last = start or window.start, end or window.end
    there = Phase.objects.filter(trial=owner, round=window).first()
    if there is not None:
        return _same_or_conflict(there, first, last)
    if not viewer.superuser:
        check_round_open(window)
    baseline = baseline_start or (None if own else window.baseline_start)
    evaluated = evaluation_date or max(window.evaluation_deadline, last)
    check_phase_dates(baseline, first, last, evaluated)
    check_texts(participants_note=participants_note, tested_at_text=tested_at_text)
    previous = Phase.objects.filter(trial=owner).order_by("-number").first()
    phase = Phase.objects.create(
        trial=owner,
        round=window,
        number=previous.number + 1 if previous else 1,
        order_in_round=order_in_round or _next_order(window),
        previous=previous,
        playbook_version_id=playbook_version_id,
        baseline_start=baseline,
        start=first,
        end=last,
        own_dates=own,
        evaluation_date=evaluated,
        participants_note=participants_note.strip(),
        tested_at_text=tested_at_text.strip(),
        expected_citizens=expected_citizens,
        expected_employees=expected_employees,
        open_questions=body_data(open_questions, field="open_questions"),
        constructed=constructed,
        created_at=at,
    )
    Prediction.objects.create(phase=phase, evaluation_date=evaluated)
    for site in sites:
        put_site(phase, site)
    born(phase, viewer=viewer, at=at)
    if owner.state in {Trial.State.DRAFT, Trial.State.DECIDED}:
        take_step(owner, Trial.State.ACTIVE, viewer=viewer, at=at)
    index_trial(owner, at)
    followers.tell(phase, viewer=viewer, at=at)
    _log("trials.plan_phase", phase, viewer, at, {"round": window.key})
    return phase


@transaction.atomic
def edit_phase(
    *,
    phase: type_ref,
    start: date | None = _UNSET,
    end: date | None = _UNSET,
    baseline_start: date | None = _UNSET,
    expected_citizens: int | None = _UNSET,
    expected_employees: int | None = _UNSET,
    participants_note: str = _UNSET,
    open_questions: Mapping[str, Any] | str = _UNSET,
    order_in_round: int = _UNSET,
    version: int | None = None,
    viewer: Viewer,
    at: datetime,
) -> Phase:
    """Changes what is given; `start` and `end` of None follow the round again.

    The first day stands once it has come. Raises Conflict where `version` is old.
    """
    row = phase_by(phase, lock=True)
    check_can_edit(row.trial, viewer)
    check_version(row, version)
    if start is not _UNSET or end is not _UNSET or baseline_start is not _UNSET:
        _change_dates(row, start, end, baseline_start)
    if participants_note is not _UNSET:
        check_texts(participants_note=participants_note)
        row.participants_note = participants_note.strip()
    if open_questions is not _UNSET:
        row.open_questions = body_data(open_questions, field="open_questions")
    plain = {
        "expected_citizens": expected_citizens,
        "expected_employees": expected_employees,
        "order_in_round": order_in_round,
    }
    for name, value in plain.items():
        if value is not _UNSET:
            setattr(row, name, value)
    row.version += 1
    row.save()
    followers.tell(row, viewer=viewer, at=at)
    _log("trials.edit_phase", row, viewer, at, {"version": row.version})
    return row


@transaction.atomic
def step_phase(*, phase: type_ref, target: str, reason: str = "", viewer: Viewer, at: datetime) -> Phase:
    """Takes the phase to another state of its table; `lock_prediction` and the calendar take the others.

    Evaluation and decisions call it for evaluated and decided, inside their own transaction.
    """
    row = phase_by(phase, lock=True)
    check_owns(row.trial, viewer)
    check_texts(reason=reason)
    if target in {Phase.State.READY, Phase.State.RUNNING} and row.state == Phase.State.DRAFT:
        raise RuleError(_("Lock the prediction first, or write why there is none."))
    take_step(row, target, viewer=viewer, at=at, reason=reason)
    return row


def check_phase_dates(baseline: date | None, start: date, end: date, evaluation: date | None) -> None:
    """Baseline, day 1, last day and evaluation come in that order."""
    check_in_order(
        [("baseline_start", baseline), ("start", start), ("end", end), ("evaluation_date", evaluation)],
        _("This day lies before the one above it. Put the days in order."),
    )


def _change_dates(row: Phase, start: Any, end: Any, baseline: Any) -> None:
    begun = row.state not in {Phase.State.DRAFT, Phase.State.READY}
    first = row.start if start is _UNSET else (start or row.round.start)
    last = row.end if end is _UNSET else (end or row.round.end)
    if begun and first != row.start:
        raise RuleError(_("Day 1 has been. It cannot be moved any more."), field="start")
    if baseline is not _UNSET:
        row.baseline_start = baseline
    if row.evaluation_date and last > row.evaluation_date:
        prediction = prediction_for(row)
        if prediction.locked_at:
            raise RuleError(
                _("The evaluation date is locked and lies before that day. Amend the prediction first."),
                field="end",
            )
        row.evaluation_date = prediction.evaluation_date = max(row.round.evaluation_deadline, last)
        prediction.save(update_fields=["evaluation_date"])
    check_phase_dates(row.baseline_start, first, last, row.evaluation_date)
    row.start, row.end = first, last
    row.own_dates = (first, last) != (row.round.start, row.round.end)


def _same_or_conflict(there: Phase, first: date, last: date) -> Phase:
    if (there.start, there.end) == (first, last):
        return there
    raise Conflict(_("The trial has a phase in that round already. Change its dates instead."), field="round")


def _next_order(window: Round) -> int:
    taken = window.phases.aggregate(highest=Max("order_in_round"))["highest"]
    return int(taken or 0) + 1


def _log(verb: str, row: Phase, viewer: Viewer, at: datetime, data: Mapping[str, object]) -> None:
    record(
        viewer=viewer,
        verb=verb,
        target=f"phase:{row.public_id}",
        target_name=row.trial.title,
        data=data,
        at=at,
    )
