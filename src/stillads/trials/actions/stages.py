"""Stages: parts of a trial with a status of their own and, where one waits, what it waits for."""

from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from stillads.audit.actions.record import record
from stillads.kernel.rules import RuleError
from stillads.kernel.viewer import Viewer

from ..lookup import find, trial_by, type_ref
from ..models import Stage
from ..rules import check_can_edit, check_given, check_texts


@dataclass(frozen=True, slots=True)
class StageInput:
    """state: waiting, running, tested, dropped; blocker: none, law, it, procurement, staffing, other."""

    title: str
    status_text: str = ""
    state: str = "waiting"
    blocker: str = "none"
    expected_on: date | None = None


@transaction.atomic
def add_stage(*, trial: type_ref, stage: StageInput, viewer: Viewer, at: datetime) -> Stage:
    """The trial's next stage. The same title makes one stage, however often it is sent."""
    row = trial_by(trial, lock=True)
    check_can_edit(row, viewer)
    check_stage(stage)
    there = row.stages.filter(title=stage.title.strip()).first()
    if there is not None:
        return there
    number = (row.stages.aggregate(highest=Max("number"))["highest"] or 0) + 1
    made = Stage.objects.create(trial=row, number=number, **asdict(stage))
    _log("trials.add_stage", made, viewer, at)
    return made


@transaction.atomic
def edit_stage(*, stage: type_ref, said: StageInput, viewer: Viewer, at: datetime) -> Stage:
    """Another status, blocker or title."""
    row = find(Stage, stage, lock=True)
    check_can_edit(row.trial, viewer)
    check_stage(said)
    for name, value in asdict(said).items():
        setattr(row, name, value)
    row.save()
    _log("trials.edit_stage", row, viewer, at)
    return row


def check_stage(said: StageInput) -> None:
    """Words are there; what is tested or dropped no longer waits for anything."""
    check_given(title=said.title)
    check_texts(title=said.title, status_text=said.status_text)
    if said.state not in Stage.State.values:
        raise RuleError(_("Choose how far the stage is."), field="state")
    if said.blocker not in Stage.Blocker.values:
        raise RuleError(_("Choose what the stage waits for."), field="blocker")
    if said.blocker != Stage.Blocker.NONE and said.state == Stage.State.TESTED:
        raise RuleError(_("What has been tested no longer waits for anything."), field="blocker")
    if said.blocker == Stage.Blocker.OTHER and not said.status_text.strip():
        raise RuleError(_("Write what the stage waits for."), field="status_text")


def _log(verb: str, row: Stage, viewer: Viewer, at: datetime) -> None:
    record(
        viewer=viewer,
        verb=verb,
        target=f"trial:{row.trial.public_id}",
        target_name=row.title,
        data={"stage": row.public_id, "state": row.state, "blocker": row.blocker},
        at=at,
    )
