"""Taking one step in a life: checks the table, writes the row, logs it."""

from datetime import datetime

from stillads.audit.actions.record import record
from stillads.kernel.viewer import Viewer

from .. import followers, states
from ..finding import index_trial
from ..models import Phase, PhaseTransition, Round, RoundTransition, Trial, TrialTransition
from .news import tell_of_phase

ENDED = frozenset({Phase.State.DECIDED, Phase.State.STOPPED})


def born(row: Round | Trial | Phase, *, viewer: Viewer, at: datetime, reason: str = "") -> None:
    """The first row of a life: out of nothing into the state it is made in."""
    _write(row, "", row.state, reason, viewer, at)


def take_step(
    row: Round | Trial | Phase, target: str, *, viewer: Viewer, at: datetime, reason: str = ""
) -> None:
    """Moves `row` to `target` if its table has that step; nothing where it is there already.

    Belongs inside the caller's transaction, with the row locked.
    """
    if row.state == target:
        return
    table = {Round: states.ROUND, Trial: states.TRIAL, Phase: states.PHASE}[type(row)]
    table.check(row.state, target, reason)
    source, row.state = row.state, target
    row.version += 1
    row.save(update_fields=["state", "version"])
    _write(row, source, target, reason, viewer, at)
    if isinstance(row, Trial):
        index_trial(row, at)
    if isinstance(row, Phase):
        tell_of_phase(row, viewer=viewer, at=at)
        followers.tell(row, viewer=viewer, at=at)
    _log_step(row, table.name, source, reason, viewer, at)
    if isinstance(row, Phase) and target in ENDED:
        _decide_round(row.round_id, viewer, at)


def _log_step(
    row: Round | Trial | Phase, kind: str, source: str, reason: str, viewer: Viewer, at: datetime
) -> None:
    record(
        viewer=viewer,
        verb=f"trials.{kind}_step",
        target=f"{kind}:{row.key if isinstance(row, Round) else row.public_id}",
        target_name=_name(row),
        data={"from": source, "to": row.state, "reason": reason},
        at=at,
    )


def _decide_round(round_id: int, viewer: Viewer, at: datetime) -> None:
    """The round is decided with its last trial, in the same transaction; nobody has to remember it."""
    row = Round.objects.select_for_update().get(pk=round_id)
    phases = set(Phase.objects.filter(round=row).values_list("state", flat=True))
    if phases - ENDED or Phase.State.DECIDED not in phases:
        return
    if row.state == Round.State.EVALUATING:
        take_step(row, Round.State.MEETING, viewer=viewer, at=at)
    if row.state == Round.State.MEETING:
        take_step(row, Round.State.DECIDED, viewer=viewer, at=at)


def _write(
    row: Round | Trial | Phase, source: str, target: str, reason: str, viewer: Viewer, at: datetime
) -> None:
    said = {"from_state": source, "to_state": target, "reason": reason, "by": viewer.name, "at": at}
    if isinstance(row, Round):
        RoundTransition.objects.create(round=row, **said)
    elif isinstance(row, Trial):
        TrialTransition.objects.create(trial=row, **said)
    else:
        PhaseTransition.objects.create(phase=row, **said)


def _name(row: Round | Trial | Phase) -> str:
    if isinstance(row, Round):
        return row.title
    return row.title if isinstance(row, Trial) else row.trial.title
