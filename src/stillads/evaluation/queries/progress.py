"""How far the evaluations of many phases are: for the board and the start pages."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from stillads.trials.models import Phase

from ..models import Evaluation
from ..states import EVALUATION
from .missing import missing_of
from .types import Missing

READER = "reader"  # the ball is with whoever may approve: consultants and managers
WRITER = "writer"  # … with the trial lead
NOBODY = ""


@dataclass(frozen=True, slots=True)
class Progress:
    """Where one phase's evaluation stands.

    state     code, empty where it is not opened; state_word its words
    missing   what is not written yet; unsettled: two versions that wait for a choice
    ball      writer, reader or nobody (empty); ball_name who that is
    lead_id   the trial lead's person number
    deadline  the round's evaluation deadline
    """

    phase: str
    state: str
    state_word: str
    missing: tuple[Missing, ...]
    unsettled: int
    ball: str
    ball_name: str
    lead_id: int | None
    deadline: date


def evaluation_progress(phase_ids: Collection[str], *, with_missing: bool = True) -> dict[str, Progress]:
    """Phase public id → progress, for every phase there is. Seven queries, however many phases.

    Two where nobody asks what is `missing`; it is then empty.
    """
    phases = Phase.objects.filter(public_id__in=phase_ids).select_related("trial__lead", "round")
    unsettled = Count("kept_saves", filter=Q(kept_saves__settled_at__isnull=True))
    opened = {
        row.phase_id: row
        for row in Evaluation.objects.filter(phase__public_id__in=phase_ids).annotate(unsettled=unsettled)
    }
    missing = missing_of([row.pk for row in opened.values()]) if with_missing else {}
    return {phase.public_id: _progress(phase, opened.get(phase.pk), missing) for phase in phases}


def _progress(
    phase: Phase, evaluation: Evaluation | None, missing: dict[int, tuple[Missing, ...]]
) -> Progress:
    lead = phase.trial.lead
    state = evaluation.state if evaluation else ""
    ball = _ball(state)
    names = {WRITER: lead.name if lead else _("nobody yet"), READER: _("whoever reads it"), NOBODY: ""}
    return Progress(
        phase=phase.public_id,
        state=state,
        state_word=str(EVALUATION.states[state]) if state else _("not begun"),
        missing=missing.get(evaluation.pk, ()) if evaluation else (),
        unsettled=int(getattr(evaluation, "unsettled", 0)) if evaluation else 0,
        ball=ball,
        ball_name=names[ball],
        lead_id=phase.trial.lead_id,
        deadline=phase.round.evaluation_deadline,
    )


def _ball(state: str) -> str:
    if state == Evaluation.State.APPROVED:
        return NOBODY
    return READER if state == Evaluation.State.IN_REVIEW else WRITER
