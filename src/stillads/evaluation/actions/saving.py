"""How every save goes: the evaluation is held, the version is compared, and nobody's words are lost."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeVar

from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from stillads.audit.actions.record import record
from stillads.kernel.models import VersionedModel
from stillads.kernel.rules import NotFound
from stillads.kernel.viewer import Viewer
from stillads.trials.models import Phase

from ..models import Evaluation, KeptSave
from ..rules import check_can_edit
from ..standing import standing_of

M = TypeVar("M", bound=models.Model)


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of a save.

    key      public id (or key) of what was saved
    version  the version that stands now
    kept     public id of the KeptSave where somebody else was first, otherwise empty
    """

    key: str
    version: int
    kept: str = ""


def phase_of(public_id: str, *, hold: bool = False) -> Phase:
    """The phase with its trial; NotFound where there is none."""
    rows = Phase.objects.select_related("trial")
    if hold:
        rows = rows.select_for_update(of=("self",))
    row = rows.filter(public_id=public_id).first()
    if row is None:
        raise NotFound(_("There is no such phase."))
    return row


def held(phase: str) -> Evaluation:
    """The evaluation of the phase with this public id, held until the transaction ends."""
    rows = Evaluation.objects.select_related("phase__trial").select_for_update(of=("self",))
    row = rows.filter(phase__public_id=phase).first()
    if row is None:
        raise NotFound(_("The evaluation is not opened yet."))
    return row


def held_for_writing(phase: str, viewer: Viewer) -> Evaluation:
    """As `held`, where the viewer may write in it now."""
    evaluation = held(phase)
    check_can_edit(standing_of(evaluation), viewer)
    return evaluation


def held_row(kind: type[M], public_id: str, viewer: Viewer) -> M:
    """A row of the evaluation by its public id, the evaluation held and open for the viewer."""
    found = kind._default_manager.filter(public_id=public_id)
    phase = found.values_list("evaluation__phase__public_id", flat=True).first()
    if phase is None:
        raise NotFound(_("There is nothing here by that name."))
    evaluation = held_for_writing(phase, viewer)
    row = found.get()
    row.evaluation = evaluation  # type: ignore[attr-defined]  # every kind here has one
    return row


def save_over(
    row: VersionedModel,
    changes: Mapping[str, Any],
    *,
    evaluation: Evaluation,
    target: str,
    version: int | None,
    viewer: Viewer,
    at: datetime,
) -> Saved:
    """Writes `changes` to `row` if it still has `version`; otherwise keeps them beside the winner.

    version  what the writer had on the screen; None where nobody else can be writing (imports)
    The same words twice are one save, however late the second one comes.
    """
    key = target.rsplit(":", 1)[-1]
    removed = getattr(row, "removed_at", None) is not None
    if not removed and all(getattr(row, name) == value for name, value in changes.items()):
        _first_save(row, viewer, at)
        return Saved(key, row.version)
    expected = row.version if version is None else version
    rows = type(row)._default_manager.filter(pk=row.pk, version=expected)
    if removed and "removed_at" not in changes:
        rows = rows.none()
    stamp = {"saved_by": viewer.name[:200], "saved_at": at, "version": F("version") + 1}
    if rows.update(**changes, **stamp):
        log(f"evaluation.save_{target.split(':', 1)[0]}", evaluation, viewer, at, {"target": target})
        return Saved(key, expected + 1)
    kept = keep(evaluation, target, changes, expected, viewer, at)
    return Saved(key, row.version, kept.public_id)


def keep(
    evaluation: Evaluation,
    target: str,
    changes: Mapping[str, Any],
    based_on: int,
    viewer: Viewer,
    at: datetime,
) -> KeptSave:
    """The losing save as a row of its own; the same one twice is kept once."""
    fields = {name: _json(value) for name, value in changes.items() if name != "removed_at"}
    for other in KeptSave.objects.filter(evaluation=evaluation, target=target, settled_at__isnull=True):
        if other.fields == fields:
            return other
    kept = KeptSave.objects.create(
        evaluation=evaluation,
        target=target,
        fields=fields,
        based_on_version=based_on,
        by=viewer.name[:200],
        at=at,
    )
    log("evaluation.keep_save", evaluation, viewer, at, {"target": target, "kept": kept.public_id})
    return kept


def log(
    verb: str, evaluation: Evaluation, viewer: Viewer, at: datetime, data: Mapping[str, object] | None = None
) -> None:
    """One line in the log, on the evaluation."""
    record(
        viewer=viewer,
        verb=verb,
        target=f"evaluation:{evaluation.public_id}",
        target_name=evaluation.phase.trial.title,
        data=data,
        at=at,
    )


def _first_save(row: VersionedModel, viewer: Viewer, at: datetime) -> None:
    if getattr(row, "saved_at", at) is None:
        stamp: dict[str, Any] = {"saved_by": viewer.name[:200], "saved_at": at}
        type(row)._default_manager.filter(pk=row.pk).update(**stamp)


def _json(value: object) -> object:
    if isinstance(value, Decimal):
        return str(value)
    return value.isoformat() if isinstance(value, (date, datetime)) else value
