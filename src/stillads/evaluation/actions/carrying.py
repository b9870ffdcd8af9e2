"""Taking over findings from the phase before, labelled as such."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from stillads.kernel.rules import RuleError
from stillads.kernel.viewer import Viewer

from ..models import Evaluation, EvidenceLink, Finding
from ..searching import index_finding
from .findings import open_box
from .saving import held_for_writing, log


@transaction.atomic
def carry_over(
    *, phase: str, findings: Collection[str] | None = None, viewer: Viewer, at: datetime
) -> list[str]:
    """Copies findings of the previous phase's evaluation, with what stands behind them.

    findings  public ids of those to take; None takes all. What was taken before is not taken again.
    Returns the public ids of the copies. Raises RuleError where there is no previous evaluation.
    """
    evaluation = held_for_writing(phase, viewer)
    previous = Evaluation.objects.filter(phase__next_phases=evaluation.phase).first()
    if previous is None:
        raise RuleError(_("The trial has no evaluation from an earlier phase."))
    wanted = previous.findings.filter(removed_at__isnull=True).prefetch_related("evidence_links")
    if findings is not None:
        wanted = wanted.filter(public_id__in=list(findings))
    taken = set(evaluation.findings.exclude(carried_from=None).values_list("carried_from_id", flat=True))
    made = [_copy(row, evaluation, viewer, at) for row in wanted if row.pk not in taken]
    if made:
        log("evaluation.carry_over", evaluation, viewer, at, {"findings": made})
    return made


def _copy(row: Finding, evaluation: Evaluation, viewer: Viewer, at: datetime) -> str:
    copy = Finding.objects.create(
        evaluation=evaluation,
        side=row.side,
        perspective=row.perspective,
        evidence=row.evidence,
        part=row.part,
        body=row.body,
        order=1000 + row.order,  # behind what this phase found itself
        carried_from=row,
        carried_label=row.carried_label or _("From the last trial"),
        constructed=row.constructed,
        saved_by=viewer.name[:200],
        saved_at=at,
    )
    EvidenceLink.objects.bulk_create(
        EvidenceLink(
            finding=copy,
            kind=link.kind,
            figure_id=link.figure_id,
            text=link.text,
            source=link.source,
            may_be_published=link.may_be_published,
            key=link.key,
            by=viewer.name[:200],
            at=at,
        )
        for link in row.evidence_links.all()
    )
    open_box(evaluation, row.side, row.perspective)
    index_finding(copy, at)
    return copy.public_id
