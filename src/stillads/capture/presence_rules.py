"""What holds for planned presence and for meetings that come again."""

from datetime import date, timedelta
from typing import Final

from django.utils.translation import gettext_lazy as _

from stillads.kernel.clock import local_day
from stillads.kernel.rules import NotFound, RuleError, allowed
from stillads.kernel.working_days import is_working_day
from stillads.playbooks.kinds.presence import Meeting as MeetingDefinition
from stillads.playbooks.kinds.presence import Presence as PresenceDefinition

from .lookup import definition_of, deployment_by
from .models import Deployment, Presence

LONGEST: Final = timedelta(hours=24)
WEEKS: Final = 26
"""So many weeks ahead at most the same time is planned in one go."""


def presence_of(deployment: Deployment) -> PresenceDefinition:
    """What the playbook says of it; NotFound where the deployment is another kind of instrument."""
    definition = definition_of(deployment)
    if not isinstance(definition, PresenceDefinition):
        raise NotFound(_("There is nothing here by that name."))
    return definition


def meeting_of(deployment: Deployment) -> MeetingDefinition:
    """The meeting of the playbook; NotFound where it has none."""
    meeting = presence_of(deployment).meeting
    if meeting is None:
        raise NotFound(_("The playbook has no meeting here."))
    return meeting


def presence_by(ref: str, *, lock: bool = False) -> Presence:
    """The planned presence with its deployment as actions want it; NotFound where there is none."""
    rows = Presence.objects.select_for_update() if lock else Presence.objects.all()
    row = rows.filter(public_id=ref).first()
    if row is None:
        raise NotFound(_("There is nothing here by that name."))
    row.deployment = deployment_by(row.deployment_id)
    return row


def planned_minutes(row: Presence) -> int:
    """How long it was to be."""
    return round((row.ends_at - row.starts_at).total_seconds() / 60)


def check_can_take_back(row: Presence, why: str) -> None:
    """Locked time needs a reason; what has been told stays."""
    if row.came:
        raise RuleError(_("It has been told already what came of it."))
    if row.locked and not why.strip():
        raise RuleError(
            _("The time is locked. Write what came in the way, so that it is seen."), field="why_not"
        )


def can_take_back(row: Presence, why: str) -> bool:
    """The question form."""
    return allowed(check_can_take_back, row, why)


def next_meeting(meeting: MeetingDefinition, deployment: Deployment, after: date) -> date | None:
    """The first day after `after` on which the meeting is due; None where the playbook names no weekday.

    Counted in weeks from the deployment's first day. A meeting that falls on a day off is left out.
    """
    if meeting.weekday is None:
        return None
    day = deployment.valid_from
    day += timedelta(days=(meeting.weekday - day.isoweekday()) % 7)
    while day <= after or not _held_on(day, meeting):
        day += timedelta(weeks=meeting.every_weeks)
        if deployment.valid_to is not None and day > deployment.valid_to:
            return None
    return day


def _held_on(day: date, meeting: MeetingDefinition) -> bool:
    return is_working_day(day) or (meeting.weekday or 0) > 5  # a Saturday's meeting is meant to be one


def is_past(row: Presence, day: date) -> bool:
    """Was it to be before a day?"""
    return local_day(row.starts_at) < day
