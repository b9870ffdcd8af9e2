"""Taking one step in a life: checks the table, writes the row, logs it."""

from datetime import datetime

from stillads.audit.actions.record import record
from stillads.kernel.viewer import Viewer

from .. import states
from ..finding import index_trial
from ..models import Phase, PhaseTransition, Round, RoundTransition, Trial, TrialTransition
from .news import tell_of_phase


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
    record(
        viewer=viewer,
        verb=f"trials.{table.name}_step",
        target=f"{table.name}:{row.key if isinstance(row, Round) else row.public_id}",
        target_name=_name(row),
        data={"from": source, "to": target, "reason": reason},
        at=at,
    )


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
