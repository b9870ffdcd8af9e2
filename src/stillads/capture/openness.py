"""When something can be registered: derived from the phase, its windows and the playbook, never switched."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from django.utils.translation import gettext as _

from stillads.kernel.dates import format_date, format_span
from stillads.kernel.rules import RuleError, allowed
from stillads.playbooks.format.openings import Opening
from stillads.trials.models import Phase, Window

from .models import Deployment

_OVER: Final = {Phase.State.STOPPED, Phase.State.EVALUATED, Phase.State.DECIDED}


@dataclass(frozen=True, slots=True)
class Calendar:
    """What decides it: the phase's days (None: daily operation), its windows by key, its state."""

    opening: Opening
    valid_from: date
    valid_to: date | None
    start: date | None
    end: date | None
    windows: tuple[tuple[str, date, date], ...] = ()
    over: bool = False


def calendar_of(deployment: Deployment, opening: Opening, windows: Sequence[Window] = ()) -> Calendar:
    """The calendar of a deployment whose `phase_site__phase` is loaded."""
    site = deployment.phase_site
    phase = site.phase if site else None
    return Calendar(
        opening=opening,
        valid_from=deployment.valid_from,
        valid_to=deployment.valid_to,
        start=phase.start if phase else None,
        end=phase.end if phase else None,
        windows=tuple((w.key, w.first_day, w.last_day) for w in windows),
        over=phase is not None and phase.state in _OVER,
    )


def check_open(calendar: Calendar, day: date) -> None:
    """Raises RuleError with a sentence that says when, where nothing can be registered for `day`."""
    if calendar.over:
        raise RuleError(_("The trial has been evaluated. Nothing more is registered in it."))
    if day < calendar.valid_from:
        raise RuleError(_("The registration begins on %(day)s.") % {"day": format_date(calendar.valid_from)})
    if calendar.valid_to is not None and day > calendar.valid_to:
        raise RuleError(_("The registration ended on %(day)s.") % {"day": format_date(calendar.valid_to)})
    if calendar.start is None:
        return
    _check_part(calendar, day, calendar.start)
    _check_windows(calendar, day)


def _check_part(calendar: Calendar, day: date, start: date) -> None:
    if day < start and not calendar.opening.baseline:
        raise RuleError(_("The registration begins on day 1, %(day)s.") % {"day": format_date(start)})
    if day >= start and not calendar.opening.trial:
        before = format_date(start - timedelta(days=1))
        raise RuleError(
            _("This is only registered before day 1; the last day was %(day)s.") % {"day": before}
        )


def _check_windows(calendar: Calendar, day: date) -> None:
    keys = calendar.opening.windows
    if not keys:
        return
    mine = sorted((first, last) for key, first, last in calendar.windows if key in keys)
    if any(first <= day <= last for first, last in mine):
        return
    if coming := [span for span in mine if span[0] > day]:
        raise RuleError(
            _("This is only registered in certain days. Next time: %(days)s.")
            % {"days": format_span(*coming[0])}
        )
    raise RuleError(_("This is only registered in certain days, and they are over."))


def is_open(calendar: Calendar, day: date) -> bool:
    """The question form of `check_open`."""
    return allowed(check_open, calendar, day)


def open_spans(calendar: Calendar, until: date) -> list[tuple[date, date]]:
    """The days up to `until` on which it is or was open, as spans in order; both ends count.

    As `check_open` says it of one day, but for an evaluated trial, whose days were open when they came.
    """
    first, last = calendar.valid_from, min(until, calendar.valid_to or until)
    if calendar.start is not None:
        if not calendar.opening.baseline:
            first = max(first, calendar.start)
        if not calendar.opening.trial:
            last = min(last, calendar.start - timedelta(days=1))
    keys = calendar.opening.windows if calendar.start is not None else ()
    spans = [(a, b) for key, a, b in calendar.windows if key in keys] if keys else [(first, last)]
    clipped = [(max(a, first), min(b, last)) for a, b in spans]
    return merged([span for span in clipped if span[0] <= span[1]])


def merged(spans: list[tuple[date, date]]) -> list[tuple[date, date]]:
    """The same days as spans that do not touch, in order."""
    found: list[tuple[date, date]] = []
    for first, last in sorted(spans):
        if found and first <= found[-1][1] + timedelta(days=1):
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    return found
