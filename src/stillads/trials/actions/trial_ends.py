"""How a trial ends or begins again: dropped with a reason, merged into another, taken up, decided."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stillads.kernel.rules import RuleError
from stillads.kernel.viewer import Viewer

from ..lookup import trial_by, type_ref
from ..models import Phase, Trial, TrialLink
from ..rules import check_given, check_owns, check_texts
from .following_ideas import bring_ideas_along, choose_ideas_again, let_ideas_go
from .step import take_step

_NOT_BEGUN = {Phase.State.DRAFT, Phase.State.READY}
_UNFINISHED = {Phase.State.DRAFT, Phase.State.READY, Phase.State.RUNNING}


@transaction.atomic
def drop_trial(*, trial: type_ref, reason: str, viewer: Viewer, at: datetime) -> Trial:
    """The trial goes no further. Phases that run or wait are stopped; what was learnt stays.

    Ideas whose trial never began are free to be chosen again.
    """
    row = _ending(trial, reason, viewer)
    begun = row.phases.exclude(state__in=_NOT_BEGUN).exists()
    _stop_phases(row, reason, viewer, at)
    take_step(row, Trial.State.DROPPED, viewer=viewer, at=at, reason=reason)
    let_ideas_go(row, begun=begun, reason=reason, viewer=viewer, at=at)
    return row


@transaction.atomic
def take_up_again(*, trial: type_ref, reason: str, viewer: Viewer, at: datetime) -> Trial:
    """A dropped trial is a draft again, and those of its ideas that still wait are chosen again."""
    row = _ending(trial, reason, viewer)
    take_step(row, Trial.State.DRAFT, viewer=viewer, at=at, reason=reason)
    choose_ideas_again(row, viewer=viewer, at=at)
    return row


@transaction.atomic
def merge_trials(*, trial: type_ref, into: type_ref, reason: str, viewer: Viewer, at: datetime) -> Trial:
    """`trial` lives on in `into`: its ideas go along, its phases stay where they are, a link says so."""
    row, target = _ending(trial, reason, viewer), trial_by(into, lock=True)
    check_owns(target, viewer)
    if row.pk == target.pk:
        raise RuleError(_("A trial cannot be merged into itself."), field="into")
    if target.state in {Trial.State.MERGED, Trial.State.DROPPED}:
        raise RuleError(_("That trial has ended. Choose one that is alive."), field="into")
    _stop_phases(row, reason, viewer, at)
    TrialLink.objects.update_or_create(
        trial=row,
        other=target,
        defaults={"kind": TrialLink.Kind.MERGED_INTO, "note": reason.strip()[:300], "at": at},
    )
    bring_ideas_along(row, target, viewer=viewer, at=at)
    take_step(row, Trial.State.MERGED, viewer=viewer, at=at, reason=reason)
    return target


@transaction.atomic
def decide_trial(*, trial: type_ref, reason: str = "", viewer: Viewer, at: datetime) -> Trial:
    """The trial is decided (`decisions` calls this inside its own transaction)."""
    row = trial_by(trial, lock=True)
    take_step(row, Trial.State.DECIDED, viewer=viewer, at=at, reason=reason)
    return row


def _ending(trial: type_ref, reason: str, viewer: Viewer) -> Trial:
    row = trial_by(trial, lock=True)
    check_owns(row, viewer)
    check_given(reason=reason)
    check_texts(reason=reason)
    return row


def _stop_phases(row: Trial, reason: str, viewer: Viewer, at: datetime) -> None:
    for phase in row.phases.select_for_update().filter(state__in=_UNFINISHED):
        take_step(phase, Phase.State.STOPPED, viewer=viewer, at=at, reason=reason)
