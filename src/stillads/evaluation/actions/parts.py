"""The recommendation, part by part: each with its wording, owner and date."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from stillads.kernel.rules import RuleError
from stillads.kernel.viewer import Viewer
from stillads.organisation.models import Person

from ..bodies import read_written, type_text
from ..models import RecommendationPart
from .saving import Saved, held_for_writing, held_row, log, save_over


@transaction.atomic
def add_part(
    *,
    phase: str,
    proposal: str,
    text: type_text,
    owner: str = "",
    due: date | None = None,
    constructed: bool = False,
    idempotency_key: str | None = None,
    viewer: Viewer,
    at: datetime,
) -> Saved:
    """Adds a part: `proposal` is permanent, spread, extend, drop or other; `owner` a person's public id.

    Raises RuleError with field proposal, text or owner.
    """
    evaluation = held_for_writing(phase, viewer)
    known = None
    if idempotency_key:
        known = RecommendationPart.objects.filter(idempotency_key=idempotency_key).first()
    if known is not None:
        return Saved(known.public_id, known.version)
    last = evaluation.parts.aggregate(last=Max("order"))["last"] or 0
    part = RecommendationPart.objects.create(
        evaluation=evaluation,
        order=last + 1,
        **_columns(proposal, owner, due),
        body=read_written(text, evaluation.phase).data(),
        constructed=constructed,
        saved_by=viewer.name[:200],
        saved_at=at,
        idempotency_key=idempotency_key,
    )
    log("evaluation.add_part", evaluation, viewer, at, {"part": part.public_id, "proposal": proposal})
    return Saved(part.public_id, part.version)


@transaction.atomic
def edit_part(
    *,
    part: str,
    proposal: str,
    text: type_text,
    owner: str = "",
    due: date | None = None,
    version: int | None = None,
    viewer: Viewer,
    at: datetime,
) -> Saved:
    """Saves the part anew; a losing save is kept (`Saved.kept`)."""
    row = held_row(RecommendationPart, part, viewer)
    body = read_written(text, row.evaluation.phase)
    return save_over(
        row,
        {"body": body.data(), **_columns(proposal, owner, due)},
        evaluation=row.evaluation,
        target=f"part:{part}",
        version=version,
        viewer=viewer,
        at=at,
    )


@transaction.atomic
def move_part(*, part: str, earlier: bool, viewer: Viewer, at: datetime) -> None:
    """One place up (`earlier`) or down; nothing at the end of the list."""
    row = held_row(RecommendationPart, part, viewer)
    rows = list(row.evaluation.parts.filter(removed_at__isnull=True))
    place = next((n for n, other in enumerate(rows) if other.pk == row.pk), None)
    there = None if place is None else place + (-1 if earlier else 1)
    if place is None or there is None or not 0 <= there < len(rows):
        return
    rows[place], rows[there] = rows[there], rows[place]
    for order, other in enumerate(rows, 1):
        RecommendationPart.objects.filter(pk=other.pk).update(order=order)
    log("evaluation.move_part", row.evaluation, viewer, at, {"part": part, "earlier": earlier})


@transaction.atomic
def remove_part(*, part: str, viewer: Viewer, at: datetime) -> Saved:
    """Takes the part out of the recommendation; the row is kept."""
    row = held_row(RecommendationPart, part, viewer)
    if row.removed_at is None:
        row.removed_at, row.version = at, row.version + 1
        row.save(update_fields=["removed_at", "version"])
        log("evaluation.remove_part", row.evaluation, viewer, at, {"part": part})
    return Saved(part, row.version)


def _columns(proposal: str, owner: str, due: date | None) -> dict[str, Any]:
    if proposal not in RecommendationPart.Proposal.values:
        raise RuleError(_("Choose what you recommend."), field="proposal")
    person = Person.objects.filter(public_id=owner).first() if owner else None
    if owner and person is None:
        raise RuleError(_("Choose a person from the list."), field="owner")
    return {"proposal": proposal, "owner_id": person.pk if person else None, "due": due}
