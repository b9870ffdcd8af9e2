"""Moving a round's dates, with all that follows them."""

from datetime import datetime

from django.db import transaction

from stillads.audit.actions.record import record
from stillads.kernel.clock import local_day
from stillads.kernel.viewer import Viewer

from .. import followers
from ..lookup import round_by, type_ref
from ..models import Milestone, Prediction, PredictionAmendment, Round, RoundMove, Window
from ..moving import PhaseMove, RoundDates, changed, check_reason, work_out
from ..rules import check_can_manage_rounds, check_texts, check_version
from .amendments import amend_part


@transaction.atomic
def move_round(
    *,
    round_: type_ref,
    dates: RoundDates,
    carry: bool = False,
    reason: str = "",
    version: int | None = None,
    viewer: Viewer,
    at: datetime,
) -> Round:
    """Gives the round other dates; phases that follow it, their windows and evaluation dates go along.

    carry  later dates and milestones go along by as many days
    A locked evaluation date gets an amendment with `reason`, or the move is refused. See `moving.work_out`
    for what moves; `queries.round_move` shows it beforehand.
    """
    check_can_manage_rounds(viewer)
    check_texts(reason=reason)
    row = round_by(round_, lock=True)
    check_version(row, version)
    move = work_out(row, dates, today=local_day(at), carry=carry)
    check_reason(move, reason)
    differences = changed(move)
    if not differences:
        return row
    for name, day in move.after.as_dict().items():
        setattr(row, name, day)
    row.version += 1
    row.save()
    for moved in move.phases:
        _move_phase(moved, reason, viewer, at)
    for milestone, day in move.milestones:
        Milestone.objects.filter(pk=milestone.pk).update(day=day)
    _write(row, move.before, move.after, reason, viewer, at)
    record(
        viewer=viewer,
        verb="trials.move_round",
        target=f"round:{row.key}",
        target_name=row.title,
        data={
            "changed": {name: [_text(was), _text(now)] for name, (was, now) in differences.items()},
            "milestones": len(move.milestones),
            "phases": [moved.phase.public_id for moved in move.phases],
            "reason": reason,
        },
        at=at,
    )
    return row


def _move_phase(moved: PhaseMove, reason: str, viewer: Viewer, at: datetime) -> None:
    phase = moved.phase
    if moved.evaluation_date != phase.evaluation_date:
        if moved.amends and moved.evaluation_date:
            day = moved.evaluation_date.isoformat()
            part = PredictionAmendment.Part.EVALUATION_DATE
            amend_part(phase, part, day, reason, viewer=viewer, at=at)
        else:
            Prediction.objects.filter(phase=phase).update(evaluation_date=moved.evaluation_date)
    _move_sites(moved)
    phase.baseline_start, phase.start, phase.end = moved.baseline_start, moved.start, moved.end
    phase.evaluation_date = moved.evaluation_date
    phase.version += 1
    phase.save()
    for window, first, last in moved.windows:
        if (window.first_day, window.last_day) != (first, last):
            Window.objects.filter(pk=window.pk).update(first_day=first, last_day=last)
    followers.tell(phase, viewer=viewer, at=at)


def _move_sites(moved: PhaseMove) -> None:
    """Sites that came with the phase's first day come with the new one."""
    old = moved.phase.baseline_start or moved.phase.start
    moved.phase.sites.filter(valid_from=old).update(valid_from=moved.baseline_start or moved.start)


def _write(
    row: Round, before: RoundDates, after: RoundDates, reason: str, viewer: Viewer, at: datetime
) -> None:
    RoundMove.objects.create(
        round=row,
        before={name: _text(day) for name, day in before.as_dict().items()},
        after={name: _text(day) for name, day in after.as_dict().items()},
        reason=reason.strip(),
        by=viewer.name,
        at=at,
    )


def _text(day: object) -> str | None:
    return str(day) if day is not None else None
