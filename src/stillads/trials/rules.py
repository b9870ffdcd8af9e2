"""Who may do what with which trial, and in which state. Each check raises; its twin asks."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from stillads.kernel.cpr import check_no_cpr
from stillads.kernel.models import VersionedModel
from stillads.kernel.rules import Conflict, Denied, Invalid, RuleError, allowed, type_reason
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import CONSULTANT, EMPLOYEE, MANAGER, TRIAL_LEAD, check_may

from .models import Phase, PhaseSite, Round, Trial
from .permissions import EDIT, MANAGE_ROUNDS

ROUND_KEY: Final = re.compile(r"20\d\d-[1-9]\d?")
_ENDED: Final = {Trial.State.MERGED, Trial.State.DROPPED}


def check_can_manage_rounds(viewer: Viewer) -> None:
    """Only the development consultants change rounds."""
    check_may(viewer, MANAGE_ROUNDS)


def check_can_edit(trial: Trial, viewer: Viewer) -> None:
    """The trial's lead, a consultant, or a lead or manager whose reach covers its unit; while it lives."""
    check_owns(trial, viewer)
    if trial.state in _ENDED:
        raise RuleError(_("The trial has ended. It stays as it was."))


def can_edit(trial: Trial, viewer: Viewer) -> bool:
    """The question form of `check_can_edit`."""
    return allowed(check_can_edit, trial, viewer)


def check_owns(trial: Trial, viewer: Viewer) -> None:
    """As `check_can_edit`, whatever state the trial is in."""
    check_may(viewer, EDIT)
    if viewer.superuser or viewer.has_role(CONSULTANT):
        return
    if viewer.person_id is not None and viewer.person_id == trial.lead_id:
        return
    if trial.owner_unit_id and viewer.has_role(TRIAL_LEAD, MANAGER, unit_id=trial.owner_unit_id):
        return
    raise Denied(_("The trial belongs to another unit. Talk to its lead if something should change."))


def check_can_log(phase: Phase, viewer: Viewer) -> None:
    """Those who may change the trial, and everybody at one of the phase's sites."""
    if allowed(check_owns, phase.trial, viewer):
        return
    check_at_a_site(phase, viewer)


def can_log(phase: Phase, viewer: Viewer) -> bool:
    """The question form of `check_can_log`."""
    return allowed(check_can_log, phase, viewer)


def check_at_a_site(phase: Phase, viewer: Viewer) -> None:
    """The viewer works at one of the phase's sites."""
    reached = viewer.units_for(EMPLOYEE, MANAGER, TRIAL_LEAD)
    if not PhaseSite.objects.filter(phase=phase, unit_id__in=reached).exists():
        raise Denied(_("The trial does not run in your unit."))


def check_version(row: VersionedModel, version: int | None) -> None:
    """Raises Conflict where somebody saved the row since `version` was read (None: not asked)."""
    if version is not None and row.version != version:
        raise Conflict(_("Somebody else saved this just before you. Read it again, then save once more."))


def check_texts(**texts: str) -> None:
    """No CPR number in any of the texts; the refusal names the field."""
    for field, text in texts.items():
        check_no_cpr(text or "", field=field)


def check_given(**texts: object) -> None:
    """Every one of the fields is filled in; all that are not are told at once."""
    empty = {field for field, value in texts.items() if value is None or not str(value).strip()}
    if empty:
        reason: type_reason = _("Fill this in.")
        raise Invalid({field: reason for field in texts if field in empty})


def check_round_key(key: str) -> None:
    """`2022-2`: the year and the round's number in it."""
    if not ROUND_KEY.fullmatch(key):
        raise RuleError(_("Write the year and the round's number, for example 2026-1."), field="key")


def check_in_order(days: Iterable[tuple[str, date | None]], reason: type_reason) -> None:
    """Each day is on or after the one before it; days not set are left out. Names the field that is not."""
    latest: date | None = None
    for field, day in days:
        if day is None:
            continue
        if latest is not None and day < latest:
            raise RuleError(reason, field=field)
        latest = day


def check_round_dates(
    *,
    baseline_start: date | None,
    start: date,
    end: date,
    evaluation_deadline: date,
    welfare_meeting: date | None,
    committee_meeting: date | None,
) -> None:
    """Baseline, first day, last day, evaluations, welfare meeting and committee come in that order."""
    check_in_order(
        [
            ("baseline_start", baseline_start),
            ("start", start),
            ("end", end),
            ("evaluation_deadline", evaluation_deadline),
            ("welfare_meeting", welfare_meeting),
            ("committee_meeting", committee_meeting),
        ],
        _("This day lies before the one above it. Put the days in order."),
    )


def check_can_step_round(round_: Round, target: str, *, left: int) -> None:
    """A round is decided by its trials: nobody says so while one of them has no decision (`left`)."""
    if left and target == Round.State.DECIDED and round_.state == Round.State.MEETING:
        raise RuleError(
            ngettext(
                "%(n)d trial has no decision yet. The round is decided by itself with the last one.",
                "%(n)d trials have no decision yet. The round is decided by itself with the last one.",
                left,
            )
            % {"n": left}
        )


def can_step_round(round_: Round, target: str, *, left: int) -> bool:
    """The question form of `check_can_step_round`."""
    return allowed(check_can_step_round, round_, target, left=left)


def undecided(round_: Round) -> int:
    """How many of the round's trials have neither been decided nor stopped. One query."""
    return (
        Phase.objects.filter(round=round_)
        .exclude(state__in=[Phase.State.DECIDED, Phase.State.STOPPED])
        .count()
    )


def check_round_open(round_: Round) -> None:
    """The round still takes trials: it is planned or running."""
    if round_.state not in {Round.State.PLANNED, Round.State.OPEN}:
        raise RuleError(_("The round no longer takes new trials. Choose a later one."), field="round")
