"""Handing in, sending back, approving, reopening."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stillads.analysis.actions import fall_verdicts
from stillads.kernel.rules import RuleError
from stillads.kernel.viewer import Viewer
from stillads.trials.actions.step import take_step
from stillads.trials.models import Phase

from .. import rules
from ..bodies import check_text
from ..models import Evaluation, EvaluationTransition
from ..queries.missing import missing_of
from ..standing import standing_of
from ..states import EVALUATION
from .saving import held, log

S = Evaluation.State


@transaction.atomic
def submit(*, phase: str, note: str = "", viewer: Viewer, at: datetime) -> None:
    """Hands the evaluation in for reading. Verdicts that are due fall at the same moment.

    Refused, with all that is missing, where it is not whole.
    """
    evaluation = held(phase)
    missing = tuple(str(part.sentence) for part in missing_of([evaluation.pk])[evaluation.pk])
    rules.check_can_submit(standing_of(evaluation, missing=missing), viewer)
    _step(evaluation, S.IN_REVIEW, note, viewer, at)
    fall_verdicts(phase=phase, viewer=viewer, at=at)


@transaction.atomic
def take_back(*, phase: str, viewer: Viewer, at: datetime) -> None:
    """Takes it back from the reader, to write on."""
    evaluation = held(phase)
    rules.check_can_take_back(standing_of(evaluation), viewer)
    _step(evaluation, S.DRAFT, "", viewer, at)


@transaction.atomic
def ask_for_changes(*, phase: str, reason: str, viewer: Viewer, at: datetime) -> None:
    """Sends it back with what the reader wishes changed."""
    evaluation = held(phase)
    rules.check_can_ask_for_changes(standing_of(evaluation), viewer)
    if not reason.strip():
        raise RuleError(_("Write what you would like to have changed."), field="reason")
    _step(evaluation, S.CHANGES_ASKED, reason, viewer, at)


@transaction.atomic
def approve(*, phase: str, note: str = "", viewer: Viewer, at: datetime) -> None:
    """Approves it: from now on nothing is edited until it is reopened. The phase is evaluated."""
    evaluation = held(phase)
    rules.check_can_approve(standing_of(evaluation), viewer)
    _step(evaluation, S.APPROVED, note, viewer, at)
    _move_phase(evaluation, Phase.State.EVALUATING, Phase.State.EVALUATED, "", viewer, at)


@transaction.atomic
def reopen(*, phase: str, reason: str, viewer: Viewer, at: datetime) -> None:
    """Opens an approved evaluation again, with a reason that everybody can read."""
    evaluation = held(phase)
    rules.check_can_reopen(standing_of(evaluation), viewer)
    if not reason.strip():
        raise RuleError(_("Write why it is opened again."), field="reason")
    _step(evaluation, S.DRAFT, reason, viewer, at)
    _move_phase(evaluation, Phase.State.EVALUATED, Phase.State.EVALUATING, reason, viewer, at)


def _move_phase(
    evaluation: Evaluation, source: str, target: str, reason: str, viewer: Viewer, at: datetime
) -> None:
    """The phase follows its evaluation; one that is already decided, or was stopped, stays where it is."""
    phase = Phase.objects.select_for_update().get(pk=evaluation.phase_id)
    if phase.state == source:
        take_step(phase, target, viewer=viewer, at=at, reason=reason)


def _step(evaluation: Evaluation, target: str, reason: str, viewer: Viewer, at: datetime) -> None:
    EVALUATION.check(evaluation.state, target, reason)
    check_text(reason=reason)
    source, evaluation.state = evaluation.state, target
    evaluation.version += 1
    evaluation.save(update_fields=["state", "version"])
    EvaluationTransition.objects.create(
        evaluation=evaluation,
        from_state=source,
        to_state=target,
        reason=reason.strip(),
        by=viewer.name[:200],
        actor=viewer.actor,
        at=at,
    )
    log(f"evaluation.{target}", evaluation, viewer, at, {"from": source, "reason": reason.strip()})
