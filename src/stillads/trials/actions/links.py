"""Trials that belong together."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stillads.audit.actions.record import record
from stillads.kernel.rules import RuleError
from stillads.kernel.viewer import Viewer

from ..lookup import trial_by, type_ref
from ..models import Trial, TrialLink
from ..rules import check_can_edit, check_texts


@transaction.atomic
def link_trials(
    *, trial: type_ref, other: type_ref, kind: str = "related", note: str = "", viewer: Viewer, at: datetime
) -> TrialLink:
    """Links two trials, or changes the link that is there. `merged_into` is made by `merge_trials` alone."""
    row, to = trial_by(trial), trial_by(other)
    check_can_edit(row, viewer)
    check_texts(note=note)
    if row.pk == to.pk:
        raise RuleError(_("A trial cannot be linked to itself."), field="other")
    if kind not in {TrialLink.Kind.RELATED, TrialLink.Kind.MAY_JOIN}:
        raise RuleError(_("Choose how the two belong together."), field="kind")
    back = TrialLink.objects.filter(trial=to, other=row).first()
    link = back or TrialLink(trial=row, other=to)
    link.kind, link.note, link.at = kind, note.strip(), at
    link.save()
    _log("trials.link", row, to, kind, viewer, at)
    return link


@transaction.atomic
def unlink_trials(*, trial: type_ref, other: type_ref, viewer: Viewer, at: datetime) -> None:
    """Takes the link away, whichever of the two it was made from; a merging stays."""
    row, to = trial_by(trial), trial_by(other)
    check_can_edit(row, viewer)
    both = TrialLink.objects.filter(trial__in=[row, to], other__in=[row, to])
    gone, _kinds = both.exclude(kind=TrialLink.Kind.MERGED_INTO).delete()
    if gone:
        _log("trials.unlink", row, to, "", viewer, at)


def _log(verb: str, row: Trial, to: Trial, kind: str, viewer: Viewer, at: datetime) -> None:
    record(
        viewer=viewer,
        verb=verb,
        target=f"trial:{row.public_id}",
        target_name=row.title,
        data={"other": to.public_id, "kind": kind},
        at=at,
    )
