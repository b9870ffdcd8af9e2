"""The log, the seals and the rules of keeping in words."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stillads.audit.queries.events import LoggedEvent
from stillads.audit.queries.seals import SealState
from stillads.audit.retention import rules
from stillads.audit.verbs import in_words
from stillads.kernel.clock import COPENHAGEN
from stillads.kernel.dates import format_date
from stillads.organisation.policy import ROLES, permissions

from .details import said


@dataclass(frozen=True)
class EventLine:
    """One event as a sentence, with its way to all about the same actor or target."""

    when: str
    who: str
    actor: str
    what: str
    target: str
    target_name: str
    why: str
    denied: bool
    details: str


def event_lines(events: list[LoggedEvent]) -> list[EventLine]:
    """The events, the newest first."""
    return [_line(event) for event in events]


def _line(event: LoggedEvent) -> EventLine:
    at = event.at.astimezone(COPENHAGEN)
    details = {key: value for key, value in event.data.items() if value not in ("", None, [])}
    where = (
        f"{event.purpose} · {event.address}"
        if event.purpose and event.address
        else event.purpose or event.address
    )
    return EventLine(
        f"{format_date(at.date())} {at:%H.%M}",
        event.actor_name or event.actor,
        event.actor,
        in_words(event.verb),
        event.target,
        event.target_name,
        where,
        event.denied,
        "; ".join(said(key, value) for key, value in details.items()),
    )


def seals_said(state: SealState) -> tuple[str, str]:
    """(kind of notice, sentence): do the seals hold?"""
    if state.checked_at is None:
        return "info", _("The log has not been sealed yet. That happens every morning.")
    at = state.checked_at.astimezone(COPENHAGEN)
    when = _("Checked on %(day)s at %(time)s.") % {"day": format_date(at.date()), "time": f"{at:%H.%M}"}
    if state.broken:
        words = _("Seal number %(n)d does not hold: rows of the log have been changed or removed.") % {
            "n": state.broken
        }
        return "error", f"{words} {when}"
    words = ngettext("The one seal holds.", "All %(n)d seals hold.", state.seals) % {"n": state.seals}
    return "success", f"{words} {when}"


@dataclass(frozen=True)
class RoleRow:
    """A permission and which roles hold it, in the order of the columns."""

    what: str
    key: str
    scoped: bool
    held: list[bool]


def role_names() -> list[str]:
    """The columns of the policy."""
    return [str(name) for name in ROLES.values()]


def policy_rows() -> list[RoleRow]:
    """Every permission with its roles."""
    return [
        RoleRow(str(one.what), one.key, one.scoped, [role in one.roles for role in ROLES])
        for one in permissions()
    ]


def retention_rows() -> list[tuple[str, str, str, bool]]:
    """(what, how long, why, is it erased by itself)."""
    return [(str(rule.what), str(rule.kept), str(rule.why), rule.erase is not None) for rule in rules()]
