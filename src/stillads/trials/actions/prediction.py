"""The prediction: written per perspective, then locked before day 1."""

from dataclasses import asdict
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stillads.audit.actions.record import record
from stillads.kernel.clock import local_day
from stillads.kernel.rules import RuleError
from stillads.kernel.viewer import Viewer

from ..lookup import find, phase_by, prediction_for, type_ref
from ..models import Criterion, Phase, Prediction
from ..prediction_rules import CriterionInput, check_can_lock, check_can_write_prediction, check_criterion
from ..rules import check_can_edit, check_given, check_texts, check_version
from .phases import check_phase_dates
from .step import take_step


@transaction.atomic
def add_criterion(
    *,
    phase: type_ref,
    criterion: CriterionInput,
    idempotency_key: str | None = None,
    viewer: Viewer,
    at: datetime,
) -> Criterion:
    """One expectation more, while the prediction is open."""
    row, _prediction = _open(phase, viewer)
    if idempotency_key and (made := Criterion.objects.filter(idempotency_key=idempotency_key).first()):
        return made
    check_criterion(criterion)
    made = Criterion.objects.create(
        phase=row,
        **asdict(criterion),
        created_at=at,
        created_by=viewer.name,
        idempotency_key=idempotency_key or None,
    )
    log_prediction("trials.add_criterion", row, viewer, at, {"criterion": made.public_id, "what": made.what})
    return made


@transaction.atomic
def edit_criterion(*, criterion: type_ref, said: CriterionInput, viewer: Viewer, at: datetime) -> Criterion:
    """Writes the expectation anew, while the prediction is open."""
    made = find(Criterion, criterion, lock=True)
    row, _prediction = _open(made.phase_id, viewer)
    check_criterion(said)
    for name, value in asdict(said).items():
        setattr(made, name, value)
    made.save()
    log_prediction("trials.edit_criterion", row, viewer, at, {"criterion": made.public_id, "what": made.what})
    return made


@transaction.atomic
def remove_criterion(*, criterion: type_ref, viewer: Viewer, at: datetime) -> None:
    """Takes the expectation away, while the prediction is open."""
    made = find(Criterion, criterion, lock=True)
    row, _prediction = _open(made.phase_id, viewer)
    log_prediction("trials.remove_criterion", row, viewer, at, {"what": made.what})
    made.delete()


@transaction.atomic
def set_decision_rule(
    *,
    phase: type_ref,
    decision_rule: str,
    evaluation_date: date,
    version: int | None = None,
    viewer: Viewer,
    at: datetime,
) -> Prediction:
    """The rule that will decide, and the day on which it is applied; on or after the last day."""
    row, prediction = _open(phase, viewer)
    check_version(prediction, version)
    check_texts(decision_rule=decision_rule)
    check_phase_dates(row.baseline_start, row.start, row.end, evaluation_date)
    prediction.decision_rule, prediction.evaluation_date = decision_rule.strip(), evaluation_date
    prediction.version += 1
    prediction.save()
    row.evaluation_date = evaluation_date
    row.save(update_fields=["evaluation_date"])
    log_prediction("trials.set_decision_rule", row, viewer, at, {"day": evaluation_date.isoformat()})
    return prediction


@transaction.atomic
def lock_prediction(*, phase: type_ref, viewer: Viewer, at: datetime) -> Prediction:
    """Locks every expectation, the rule and the day; the phase is then ready. Locked twice is locked once.

    Raises RuleError with all that is missing, or where day 1 has come.
    """
    row = phase_by(phase, lock=True)
    check_can_edit(row.trial, viewer)
    prediction = prediction_for(row)
    if prediction.locked_at is not None:
        return prediction
    criteria = list(row.criteria.select_for_update())
    check_can_lock(row, prediction, criteria, local_day(at))
    row.criteria.filter(locked_at=None).update(locked_at=at)
    prediction.locked_at, prediction.locked_by = at, viewer.name
    prediction.version += 1
    prediction.save()
    if row.without_prediction:
        row.without_prediction = ""
        row.save(update_fields=["without_prediction"])
    if row.state == Phase.State.DRAFT:
        take_step(row, Phase.State.READY, viewer=viewer, at=at)
    log_prediction("trials.lock_prediction", row, viewer, at, {"criteria": [c.public_id for c in criteria]})
    return prediction


@transaction.atomic
def go_without_prediction(*, phase: type_ref, reason: str, viewer: Viewer, at: datetime) -> Phase:
    """Says why nothing was predicted; the phase is then ready, and every page says so with the reason."""
    row = phase_by(phase, lock=True)
    check_can_edit(row.trial, viewer)
    check_given(reason=reason)
    check_texts(reason=reason)
    if prediction_for(row).locked_at is not None:
        raise RuleError(_("The prediction is locked already."))
    row.without_prediction = reason.strip()
    row.save(update_fields=["without_prediction"])
    if row.state == Phase.State.DRAFT:
        take_step(row, Phase.State.READY, viewer=viewer, at=at, reason=reason)
    log_prediction("trials.go_without_prediction", row, viewer, at, {"reason": reason})
    return row


def log_prediction(verb: str, row: Phase, viewer: Viewer, at: datetime, data: dict[str, object]) -> None:
    """One line in the log about a phase's prediction."""
    record(
        viewer=viewer,
        verb=verb,
        target=f"phase:{row.public_id}",
        target_name=row.trial.title,
        data=data,
        at=at,
    )


def _open(phase: type_ref, viewer: Viewer) -> tuple[Phase, Prediction]:
    row = phase_by(phase, lock=True)
    check_can_edit(row.trial, viewer)
    prediction = prediction_for(row)
    check_can_write_prediction(row, prediction)
    return row, prediction
