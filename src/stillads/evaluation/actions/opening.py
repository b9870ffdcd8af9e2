"""Opening the evaluation of a phase."""

from datetime import datetime

from django.db import transaction

from stillads.kernel.viewer import Viewer
from stillads.trials.models import PERSPECTIVES, Phase

from ..bodies import check_text
from ..models import SIDES, Box, Evaluation, EvaluationTransition, Rating, TextField
from ..rules import check_can_open
from ..standing import standing_before
from .saving import log, phase_of


@transaction.atomic
def open_evaluation(
    *, phase: str, reason: str = "", imported_from: str = "", viewer: Viewer, at: datetime
) -> str:
    """Opens the form for the phase with this public id: six empty boxes, the texts and the ratings.

    Before the phase is over a `reason` is needed. `imported_from` names the document that the text comes
    from, and allows *not stated* and *not classified*. Returns the evaluation's public id; opened again
    it is the same one. The trial's description is where the booklet's description begins.
    """
    row = phase_of(phase, hold=True)
    known = Evaluation.objects.filter(phase=row).first()
    if known is not None:
        return known.public_id
    check_can_open(standing_before(row), viewer, reason)
    check_text(reason=reason)
    evaluation = Evaluation.objects.create(phase=row, created_at=at, imported_from=imported_from[:200])
    EvaluationTransition.objects.create(
        evaluation=evaluation,
        to_state=evaluation.state,
        reason=reason.strip(),
        by=viewer.name[:200],
        actor=viewer.actor,
        at=at,
    )
    _make_form(evaluation, row)
    log("evaluation.open", evaluation, viewer, at, {"phase": phase, "reason": reason})
    return evaluation.public_id


def _make_form(evaluation: Evaluation, phase: Phase) -> None:
    perspectives = [key for key, _label in PERSPECTIVES]
    bodies = {TextField.Key.DESCRIPTION: phase.trial.description}
    TextField.objects.bulk_create(
        TextField(evaluation=evaluation, key=key, body=bodies.get(key) or {"blocks": []})
        for key in TextField.Key
    )
    Box.objects.bulk_create(
        Box(evaluation=evaluation, side=side, perspective=perspective)
        for side, _label in SIDES
        for perspective in perspectives
    )
    Rating.objects.bulk_create(
        Rating(evaluation=evaluation, perspective=perspective) for perspective in perspectives
    )
