"""Two people saved at once: choosing between the versions, or joining them."""

from datetime import datetime
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from stillads.kernel.models import VersionedModel
from stillads.kernel.rules import NotFound, RuleError
from stillads.kernel.viewer import Viewer

from ..bodies import check_text, read_body, type_text
from ..models import Box, Evaluation, Finding, KeptSave, LedgerLine, Rating, RecommendationPart, TextField
from ..searching import index_finding
from .saving import Saved, held_for_writing, log, save_over

STAY, TAKE, JOIN = "stay", "take", "join"
# The column that holds the running words, for those kinds that have one.
WORDS = {"text": "body", "finding": "body", "part": "body", "box": "why", "rating": "why"}
_BY_ID: dict[str, type[models.Model]] = {
    "finding": Finding,
    "part": RecommendationPart,
    "ledger": LedgerLine,
}


@transaction.atomic
def settle_kept_save(
    *,
    kept: str,
    choice: str,
    text: type_text = "",
    version: int | None = None,
    viewer: Viewer,
    at: datetime,
) -> Saved:
    """Ends the doubt about a kept save (by public id).

    choice   stay: what stands goes on standing; take: the kept one takes its place; join: `text` does,
             with the rest as it stands
    version  the version on the screen beside it. If somebody saved since, what was chosen is kept in turn.
             None where the thing was removed meanwhile: taking the kept one puts it back
    """
    row = KeptSave.objects.filter(public_id=kept).select_related("evaluation__phase").first()
    if row is None:
        raise NotFound(_("There is nothing here by that name."))
    evaluation = held_for_writing(row.evaluation.phase.public_id, viewer)
    row.refresh_from_db(fields=["settled_at"])
    target = find_target(evaluation, row.target)
    if row.settled_at is not None:
        return Saved(row.target.rsplit(":", 1)[-1], target.version)
    saved = Saved(row.target.rsplit(":", 1)[-1], target.version)
    if choice != STAY:
        changes = _changes(row, choice, text, evaluation)
        if hasattr(target, "removed_at"):
            changes["removed_at"] = None
        saved = save_over(
            target, changes, evaluation=evaluation, target=row.target, version=version, viewer=viewer, at=at
        )
    if not saved.kept:
        _settle(row, choice, evaluation, viewer, at)
        if isinstance(target, Finding):
            target.refresh_from_db()
            index_finding(target, at)
    return saved


def find_target(evaluation: Evaluation, target: str) -> VersionedModel:
    """The row that a kept save was meant for."""
    kind, _colon, key = target.partition(":")
    if kind in _BY_ID:
        found = _BY_ID[kind]._default_manager.filter(evaluation=evaluation, public_id=key)
    elif kind == "text":
        found = TextField.objects.filter(evaluation=evaluation, key=key)
    elif kind == "rating":
        found = Rating.objects.filter(evaluation=evaluation, perspective=key)
    else:
        side, _colon, perspective = key.partition(":")
        found = Box.objects.filter(evaluation=evaluation, side=side, perspective=perspective)
    row = found.first()
    if not isinstance(row, VersionedModel):
        raise NotFound(_("There is nothing here by that name."))
    return row


def _changes(row: KeptSave, choice: str, text: type_text, evaluation: Evaluation) -> dict[str, Any]:
    if choice == TAKE:
        return _typed(row)
    kind = row.target.partition(":")[0]
    if choice != JOIN or kind not in WORDS:
        raise RuleError(_("Choose which of the two shall stand."), field="choice")
    if WORDS[kind] == "body":
        return {"body": read_body(text, evaluation.phase).data()}
    words = text if isinstance(text, str) else text.plain_text()
    if not words.strip():
        raise RuleError(_("Write a sentence or two."), field="text")
    check_text(text=words)
    return {"why": words.strip()[: 300 if kind == "box" else 400]}


def _typed(row: KeptSave) -> dict[str, Any]:
    kind = row.target.partition(":")[0]
    table: dict[str, type[models.Model]] = {**_BY_ID, "text": TextField, "rating": Rating, "box": Box}
    fields = {field.attname: field for field in table[kind]._meta.concrete_fields}
    return {name: fields[name].to_python(value) for name, value in row.fields.items()}


def _settle(row: KeptSave, choice: str, evaluation: Evaluation, viewer: Viewer, at: datetime) -> None:
    row.settled_at, row.settled_by, row.settled_how = at, viewer.name[:200], choice
    row.save(update_fields=["settled_at", "settled_by", "settled_how"])
    log(
        "evaluation.settle",
        evaluation,
        viewer,
        at,
        {"target": row.target, "kept": row.public_id, "choice": choice},
    )
