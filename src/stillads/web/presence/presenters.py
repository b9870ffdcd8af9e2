"""Presence and meetings in words."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stillads.capture.queries.presence import (
    AgendaPage,
    MeetingView,
    Place,
    PointView,
    PresencePage,
    PresenceView,
)
from stillads.kernel.dates import format_date, format_weekday, relative_day

_TONES = {"yes": "good", "partly": "warning", "no": "bad"}


@dataclass(frozen=True, slots=True)
class PresenceLine:
    """One planned presence, with what can be done with it."""

    when: str
    clock: str
    who: str
    came: str
    tone: str
    minutes: str
    why_not: str
    locked: bool
    constructed: bool
    version: int
    yes_url: str
    tell_url: str
    take_back_url: str


@dataclass(frozen=True, slots=True)
class PointLine:
    """One point, with the way to settle it."""

    text: str
    source: str
    by: str
    what: str
    constructed: bool
    url: str


def presence_line(one: PresenceView, deployment: str, today: date) -> PresenceLine:
    """One of them in words."""
    day = one.starts_at.date()
    tone, came = _came(one.came)
    urls = [
        reverse(f"presence:{name}", args=[deployment, one.public_id])
        for name in ("tell_yes", "tell", "take_back")
    ]
    return PresenceLine(
        when=_("%(day)s (%(near)s)") % {"day": format_weekday(day), "near": relative_day(day, today)},
        clock=f"{one.starts_at:%H.%M}–{one.ends_at:%H.%M}",
        who=f"{one.function}: {one.who}" if one.who else one.function,
        came=came,
        tone=tone,
        minutes=_("%(n)d min.") % {"n": one.minutes} if one.minutes else "",
        why_not=one.why_not,
        locked=one.locked,
        constructed=one.constructed,
        version=one.version,
        yes_url=urls[0],
        tell_url=urls[1],
        take_back_url=urls[2],
    )


def _came(key: str) -> tuple[str, str]:
    words = {"yes": _("It came off"), "partly": _("Partly"), "no": _("Did not come off")}
    return _TONES.get(key, "plain"), words.get(key, "")


def page_answer(page: PresencePage, today: date) -> str:
    """What is asked of the reader, or when the next time is."""
    if page.untold:
        return ngettext(
            "One time waits to be told: did it come to something?",
            "%(n)d times wait to be told: did they come to something?",
            len(page.untold),
        ) % {"n": len(page.untold)}
    if page.coming:
        first = page.coming[0]
        return _("Nothing waits. Next time is %(day)s at %(clock)s.") % {
            "day": format_weekday(first.starts_at.date()),
            "clock": f"{first.starts_at:%H.%M}",
        }
    return _("Nothing is planned. Plan the first time below.")


def meeting_answer(page: PresencePage, today: date) -> str:
    """When the next meeting is, and how many points wait for it."""
    points = ngettext("one point waits", "%(n)d points wait", page.points) % {"n": page.points}
    if not page.points:
        points = _("no points yet")
    if page.next_meeting is None:
        return _("The next meeting has no date: %(points)s.") % {"points": points}
    return _("Next meeting %(day)s: %(points)s.") % {
        "day": f"{format_weekday(page.next_meeting)} ({relative_day(page.next_meeting, today)})",
        "points": points,
    }


def agenda_answer(page: AgendaPage, today: date) -> str:
    """When, and how much."""
    n = len(page.waiting)
    points = ngettext("one point waits", "%(n)d points wait", n) % {"n": n} if n else _("no points yet")
    if page.next_meeting is None:
        return _("The next meeting has no date: %(points)s.") % {"points": points}
    return _("%(day)s: %(points)s.") % {
        "day": f"{format_weekday(page.next_meeting)} ({relative_day(page.next_meeting, today)})".capitalize(),
        "points": points,
    }


def point_line(point: PointView, deployment: str) -> PointLine:
    """One point in words."""
    said = [point.by, format_date(point.on, year=False) if point.on and point.by else ""]
    words = {"moved_in": _("New resident"), "case": _("Overdue"), "wish": _("Wish")}
    return PointLine(
        text=point.text,
        source=words.get(point.source, ""),
        by=", ".join(part for part in said if part),
        what=point.what_came_of_it,
        constructed=point.constructed,
        url=reverse("presence:settle", args=[deployment, point.ref]),
    )


def held_lines(page: AgendaPage) -> list[tuple[str, str, str]]:
    """Earlier meetings: day, address, minutes."""
    return [
        (
            format_date(day),
            reverse("presence:meeting", args=[page.place.deployment, ref]),
            _("%(n)d min.") % {"n": minutes} if minutes else "",
        )
        for ref, day, minutes in page.held
    ]


def meeting_lines(place: Place, meeting: MeetingView) -> list[PointLine]:
    """What was settled."""
    return [point_line(point, place.deployment) for point in meeting.points]
