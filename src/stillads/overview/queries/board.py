"""The board across rooms: to what a trial itself misses come its evaluation and its decision."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from django.utils.translation import gettext as _

from stillads.decisions.queries.items import phases_to_decide
from stillads.evaluation.queries import evaluation_progress
from stillads.evaluation.queries.progress import Progress
from stillads.kernel.viewer import Viewer
from stillads.trials.lookup import round_by
from stillads.trials.missing import Holder, Missing, consultant
from stillads.trials.models import Phase, Round
from stillads.trials.queries.board import Board, BoardRow, board


def round_board(key: str, *, viewer: Viewer, today: date | None = None) -> Board:
    """The board of round `key` with everything that is missing. The same queries for any number of rows."""
    plain = board(key, viewer=viewer, today=today)
    evaluating = [row.phase.public_id for row in plain.rows if row.phase.state == Phase.State.EVALUATING]
    progress = evaluation_progress(evaluating)
    undecided = _undecided(plain)
    rows = tuple(row.with_more(_more(row, progress, undecided, plain)) for row in plain.rows)
    return replace(plain, rows=rows)


def _undecided(plain: Board) -> dict[str, int]:
    """Phase → how many decisions are missing, for those that are evaluated."""
    if not any(row.phase.state == Phase.State.EVALUATED for row in plain.rows):
        return {}
    phases = phases_to_decide(round_by(plain.round.key).pk)
    return {row.phase_public_id: row.open_parts for row in phases if row.open_parts}


def _more(
    row: BoardRow, progress: dict[str, Progress], undecided: dict[str, int], plain: Board
) -> Iterator[Missing]:
    phase = row.phase
    if plain.round.state == Round.State.CLOSED:
        return
    if phase.public_id in progress:
        yield from _evaluation(row, progress[phase.public_id])
    if phase.state == Phase.State.EVALUATED and phase.public_id in undecided:
        due = plain.round.dates.committee_meeting or plain.round.dates.evaluation_deadline
        yield Missing("decision", _("Record the decision."), consultant(), due, "decision")


def _evaluation(row: BoardRow, progress: Progress) -> Iterator[Missing]:
    lead = row.phase.lead or consultant()
    if progress.ball == "reader":
        reader = Holder(progress.ball_name, role="consultant")
        text = _("Read the evaluation and say what you think.")
        yield Missing("review", text, reader, progress.deadline, "evaluation")
    elif progress.ball == "writer" and not progress.state:
        yield Missing("evaluation", _("Begin the evaluation."), lead, progress.deadline, "evaluation")
    elif progress.ball == "writer":
        for item in progress.missing:
            yield Missing(item.anchor, item.sentence, lead, progress.deadline, "evaluation")
        if not progress.missing:
            yield Missing("submit", _("Hand the evaluation in."), lead, progress.deadline, "evaluation")
