"""Findings: add, edit, move, remove, and take over from the phase before."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from stillads.kernel.rules import RuleError
from stillads.kernel.viewer import Viewer
from stillads.trials.models import PERSPECTIVES

from ..bodies import check_text, read_written, type_text
from ..evidence import Evidence, check_evidence
from ..models import SIDES, Box, Evaluation, Finding
from ..searching import index_finding
from .evidence import add_links
from .saving import Saved, held_for_writing, held_row, log, save_over

PLACES = frozenset((side, view) for side, _s in SIDES for view, _p in PERSPECTIVES)


@transaction.atomic
def add_finding(
    *,
    phase: str,
    side: str,
    perspective: str,
    text: type_text,
    evidence: str,
    links: Sequence[Evidence] = (),
    part: str = "",
    carried_label: str = "",
    constructed: bool = False,
    idempotency_key: str | None = None,
    viewer: Viewer,
    at: datetime,
) -> Saved:
    """Adds a finding at the end of its box and opens the box.

    side, perspective  advantage or barrier; citizen, employee or economy
    evidence           measured, survey, quote, observation, assumption; unclassified in an import only
    links              what stands behind it; measured and survey need a figure or a source
    part               the stage or part it speaks of, where the trial has several
    carried_label      where an imported text says so itself: ”Fra sidste afprøvning”
    Raises RuleError with the field text, evidence, figure, source or key.
    """
    evaluation = held_for_writing(phase, viewer)
    known = Finding.objects.filter(idempotency_key=idempotency_key).first() if idempotency_key else None
    if known is not None:
        return Saved(known.public_id, known.version)
    if (side, perspective) not in PLACES:
        raise RuleError(_("Choose one of the six boxes."), field="perspective")
    _check_kind(evidence, evaluation)
    check_evidence(evidence, [link.kind for link in links])
    check_text(part=part)
    finding = Finding.objects.create(
        evaluation=evaluation,
        side=side,
        perspective=perspective,
        evidence=evidence,
        part=part.strip()[:160],
        body=read_written(text, evaluation.phase).data(),
        order=_next_order(evaluation, side, perspective),
        carried_label=carried_label[:120],
        constructed=constructed,
        saved_by=viewer.name[:200],
        saved_at=at,
        idempotency_key=idempotency_key,
    )
    add_links(finding, links, evaluation, viewer, at)
    open_box(evaluation, side, perspective)
    log("evaluation.add_finding", evaluation, viewer, at, {"finding": finding.public_id})
    index_finding(finding, at)
    return Saved(finding.public_id, finding.version)


@transaction.atomic
def edit_finding(
    *,
    finding: str,
    text: type_text,
    evidence: str,
    links: Sequence[Evidence] = (),
    part: str = "",
    version: int | None = None,
    viewer: Viewer,
    at: datetime,
) -> Saved:
    """Saves the finding anew, with `links` added to those it has; a losing save is kept (`Saved.kept`)."""
    row = held_row(Finding, finding, viewer)
    _check_kind(evidence, row.evaluation)
    there = list(row.evidence_links.values_list("kind", flat=True))
    check_evidence(evidence, [*there, *(link.kind for link in links)])
    check_text(part=part)
    body = read_written(text, row.evaluation.phase)
    add_links(row, links, row.evaluation, viewer, at)
    saved = save_over(
        row,
        {"body": body.data(), "evidence": evidence, "part": part.strip()[:160]},
        evaluation=row.evaluation,
        target=f"finding:{finding}",
        version=version,
        viewer=viewer,
        at=at,
    )
    row.refresh_from_db()
    index_finding(row, at)
    return saved


@transaction.atomic
def move_finding(*, finding: str, earlier: bool, viewer: Viewer, at: datetime) -> None:
    """One place up (`earlier`) or down within its box; nothing at the end of the list."""
    row = held_row(Finding, finding, viewer)
    rows = list(
        Finding.objects.filter(
            evaluation=row.evaluation,
            side=row.side,
            perspective=row.perspective,
            removed_at__isnull=True,
        )
    )
    place = next((n for n, other in enumerate(rows) if other.pk == row.pk), None)
    if place is None:
        return
    there = place - 1 if earlier else place + 1
    if not 0 <= there < len(rows):
        return
    rows[place], rows[there] = rows[there], rows[place]
    for order, other in enumerate(rows, 1):
        Finding.objects.filter(pk=other.pk).update(order=order)
    log("evaluation.move_finding", row.evaluation, viewer, at, {"finding": finding, "earlier": earlier})


@transaction.atomic
def remove_finding(*, finding: str, version: int | None = None, viewer: Viewer, at: datetime) -> Saved:
    """Takes the finding out of the box; `restore_finding` puts it back. Refused if it changed meanwhile."""
    row = held_row(Finding, finding, viewer)
    if row.removed_at is None and version is not None and row.version != version:
        raise RuleError(_("Somebody changed this while you were reading. Read it again first."))
    _set_removed(row, at, viewer, at)
    return Saved(finding, row.version)


@transaction.atomic
def restore_finding(*, finding: str, viewer: Viewer, at: datetime) -> Saved:
    """Puts a removed finding back where it stood."""
    row = held_row(Finding, finding, viewer)
    _set_removed(row, None, viewer, at)
    open_box(row.evaluation, row.side, row.perspective)
    return Saved(finding, row.version)


def open_box(evaluation: Evaluation, side: str, perspective: str) -> None:
    """A box that has a finding is no longer *none found* or *not examined*."""
    Box.objects.filter(evaluation=evaluation, side=side, perspective=perspective).exclude(
        state=Box.State.OPEN
    ).update(state=Box.State.OPEN, as_written="", why="")


def _set_removed(row: Finding, when: datetime | None, viewer: Viewer, at: datetime) -> None:
    if (row.removed_at is None) == (when is None):
        return
    row.removed_at = when
    row.version += 1
    row.save(update_fields=["removed_at", "version"])
    verb = "evaluation.remove_finding" if when else "evaluation.restore_finding"
    log(verb, row.evaluation, viewer, at, {"finding": row.public_id})
    index_finding(row, at)


def _check_kind(evidence: str, evaluation: Evaluation) -> None:
    allowed = set(Finding.Evidence.values)
    if not evaluation.imported_from and not evaluation.findings.filter(evidence="unclassified").exists():
        allowed.discard(Finding.Evidence.UNCLASSIFIED)
    if evidence not in allowed:
        raise RuleError(_("Choose how you know it."), field="evidence")


def _next_order(evaluation: Evaluation, side: str, perspective: str) -> int:
    box = Finding.objects.filter(evaluation=evaluation, side=side, perspective=perspective)
    return int(box.aggregate(last=Max("order"))["last"] or 0) + 1
