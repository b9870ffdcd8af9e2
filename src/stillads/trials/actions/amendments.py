"""After the lock: an amendment is a new row with a reason; what it amends stays and can be seen."""

from dataclasses import asdict
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stillads.kernel.rules import Conflict
from stillads.kernel.viewer import Viewer

from ..lookup import find, phase_by, prediction_for, type_ref
from ..models import Criterion, Phase, PredictionAmendment
from ..prediction_rules import CriterionInput, check_can_amend, check_criterion
from ..rules import check_can_edit
from .phases import check_phase_dates
from .prediction import log_prediction

PART = PredictionAmendment.Part


@transaction.atomic
def amend_criterion(
    *,
    criterion: type_ref,
    said: CriterionInput,
    reason: str,
    withdrawn: bool = False,
    idempotency_key: str | None = None,
    viewer: Viewer,
    at: datetime,
) -> Criterion:
    """A new row in the place of a locked expectation; `withdrawn` takes the expectation away."""
    old = find(Criterion, criterion, lock=True)
    if idempotency_key and (made := Criterion.objects.filter(idempotency_key=idempotency_key).first()):
        return made
    phase = _amendable(old.phase_id, reason, viewer)
    if old.amendments.exists():
        raise Conflict(_("That expectation has been amended already. Amend the newest one."))
    check_criterion(said)
    return _write(phase, said, reason, viewer, at, amends=old, withdrawn=withdrawn, key=idempotency_key)


@transaction.atomic
def withdraw_criterion(*, criterion: type_ref, reason: str, viewer: Viewer, at: datetime) -> Criterion:
    """The expectation no longer counts; it stays on the page, with the reason."""
    old = find(Criterion, criterion)
    return amend_criterion(
        criterion=old.pk, said=as_input(old), reason=reason, withdrawn=True, viewer=viewer, at=at
    )


@transaction.atomic
def add_late_criterion(
    *,
    phase: type_ref,
    said: CriterionInput,
    reason: str,
    idempotency_key: str | None = None,
    viewer: Viewer,
    at: datetime,
) -> Criterion:
    """An expectation that was thought of after the lock: marked as such, with the reason."""
    if idempotency_key and (made := Criterion.objects.filter(idempotency_key=idempotency_key).first()):
        return made
    row = _amendable(phase, reason, viewer)
    check_criterion(said)
    return _write(row, said, reason, viewer, at, key=idempotency_key)


@transaction.atomic
def amend_decision_rule(
    *, phase: type_ref, decision_rule: str, reason: str, viewer: Viewer, at: datetime
) -> PredictionAmendment:
    """Another rule, beside the locked one."""
    row = _amendable(phase, reason, viewer)
    return amend_part(row, PART.DECISION_RULE, decision_rule.strip(), reason, viewer=viewer, at=at)


@transaction.atomic
def amend_evaluation_date(
    *, phase: type_ref, day: date, reason: str, viewer: Viewer, at: datetime
) -> PredictionAmendment:
    """Another day on which it is settled, beside the locked one; on or after the last day."""
    row = _amendable(phase, reason, viewer)
    check_phase_dates(row.baseline_start, row.start, row.end, day)
    row.evaluation_date = day
    row.save(update_fields=["evaluation_date"])
    return amend_part(row, PART.EVALUATION_DATE, day.isoformat(), reason, viewer=viewer, at=at)


def amend_part(
    phase: Phase, part: str, after: str, reason: str, *, viewer: Viewer, at: datetime
) -> PredictionAmendment:
    """The row of an amendment to a prediction as a whole; the caller has checked it and holds the lock."""
    prediction = phase.prediction
    last = prediction.amendments.filter(part=part).last()
    first = prediction.evaluation_date.isoformat() if prediction.evaluation_date else ""
    before = last.after if last else (first if part == PART.EVALUATION_DATE else prediction.decision_rule)
    made = PredictionAmendment.objects.create(
        prediction=prediction,
        part=part,
        before=before,
        after=after,
        reason=reason.strip(),
        by=viewer.name,
        at=at,
    )
    log_prediction(
        "trials.amend_prediction", phase, viewer, at, {"part": part, "after": after, "reason": reason}
    )
    return made


def as_input(row: Criterion) -> CriterionInput:
    """The expectation's words as an input again."""
    names = CriterionInput.__dataclass_fields__
    return CriterionInput(**{name: getattr(row, name) for name in names})


def _amendable(phase: type_ref, reason: str, viewer: Viewer) -> Phase:
    row = phase_by(phase, lock=True)
    check_can_edit(row.trial, viewer)
    check_can_amend(row, prediction_for(row), reason)
    return row


def _write(
    phase: Phase,
    said: CriterionInput,
    reason: str,
    viewer: Viewer,
    at: datetime,
    *,
    amends: Criterion | None = None,
    withdrawn: bool = False,
    key: str | None = None,
) -> Criterion:
    made = Criterion.objects.create(
        phase=phase,
        **asdict(said),
        amends=amends,
        withdrawn=withdrawn,
        reason=reason.strip(),
        locked_at=at,
        created_at=at,
        created_by=viewer.name,
        idempotency_key=key or None,
    )
    log_prediction(
        "trials.amend_criterion", phase, viewer, at, {"criterion": made.public_id, "reason": reason}
    )
    return made
