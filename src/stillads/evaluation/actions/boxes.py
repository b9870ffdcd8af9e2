"""What an empty box means: looked for and not found, or not looked for."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stillads.kernel.rules import NotFound, RuleError
from stillads.kernel.viewer import Viewer

from ..bodies import check_text
from ..models import Box, Evaluation, Finding
from .saving import Saved, held_for_writing, save_over

B = Box.State


@transaction.atomic
def set_box(
    *,
    phase: str,
    side: str,
    perspective: str,
    state: str,
    why: str = "",
    as_written: str = "",
    version: int | None = None,
    viewer: Viewer,
    at: datetime,
) -> Saved:
    """Says what the box is: open, none_found (`why`: how it was looked for), not_examined, not_stated.

    not_stated is for imports, with the document's own word in `as_written`. A box with findings stays open.
    Raises RuleError with field `state` or `why`.
    """
    evaluation = held_for_writing(phase, viewer)
    row = Box.objects.filter(evaluation=evaluation, side=side, perspective=perspective).first()
    if row is None:
        raise NotFound(_("There is no such box."))
    _check_state(evaluation, row, state, why)
    check_text(why=why)
    return save_over(
        row,
        {"state": state, "why": why.strip()[:300], "as_written": as_written.strip()[:60]},
        evaluation=evaluation,
        target=f"box:{side}:{perspective}",
        version=version,
        viewer=viewer,
        at=at,
    )


def _check_state(evaluation: Evaluation, box: Box, state: str, why: str) -> None:
    if state not in B.values or (state == B.NOT_STATED and not evaluation.imported_from):
        raise RuleError(_("Choose between findings, none found and not examined."), field="state")
    if state == B.NONE_FOUND and not why.strip():
        raise RuleError(_("Write how you looked: whom you asked, what you counted."), field="why")
    findings = Finding.objects.filter(
        evaluation=evaluation, side=box.side, perspective=box.perspective, removed_at__isnull=True
    )
    if state != B.OPEN and findings.exists():
        raise RuleError(_("There are findings in the box. Take them out first."), field="state")
