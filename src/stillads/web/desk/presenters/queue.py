"""The queue in words."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stillads.capture.queries.desk.place import Place
from stillads.capture.queries.desk.queue import FreeSlot, QueuePage, VisitView
from stillads.kernel.dates import format_weekday


@dataclass(frozen=True, slots=True)
class VisitLine:
    """One visit: what is called out, how it came, how long it waits; and the ways on."""

    called: str
    note: str
    arrived: str
    constructed: bool
    version: int
    finish_url: str
    came_url: str
    call_url: str
    back_url: str
    away_url: str
    cancel_url: str


def desk_tabs(deployment: str, here: str) -> list[tuple[str, str, bool]]:
    """The parts of a desk."""
    named = [
        (_("The queue"), "desk:queue"),
        (_("The shelf"), "desk:shelf"),
        (_("Lent"), "desk:loans"),
        (_("Waiting list"), "desk:waiting"),
        (_("Notes"), "desk:notes"),
        (_("Opening days"), "desk:hours"),
    ]
    return [(label, reverse(name, args=[deployment]), name == here) for label, name in named]


def queue_answer(page: QueuePage) -> str:
    """Who is next, and how long they have waited."""
    if page.waiting:
        first, n = page.waiting[0], len(page.waiting)
        said = ngettext("One waits", "%(n)d wait", n) % {"n": n}
        return _("%(said)s. Next is %(who)s, who has waited %(minutes)d min.") % {
            "said": said,
            "who": first.called,
            "minutes": first.waited,
        }
    if page.closed and not page.served:
        return _("The desk is closed today: %(why)s.") % {"why": page.closed}
    if page.booked and page.booked[0].starts_at:
        return _("Nobody waits. The next booked time is at %(clock)s.") % {
            "clock": f"{page.booked[0].starts_at:%H.%M}"
        }
    done = ngettext("one has been helped today", "%(n)d have been helped today", page.done) % {"n": page.done}
    return _("Nobody waits; %(done)s.") % {"done": done} if page.done else _("Nobody waits.")


def reminders(page: QueuePage) -> list[tuple[str, str]]:
    """What else needs somebody: loans overdue, things that are ready, wrong deliveries; (sentence, address)."""
    found = []
    if page.offered:
        said = ngettext(
            "One on the waiting list can be called: it is ready.",
            "%(n)d on the waiting list can be called: it is ready.",
            page.offered,
        ) % {"n": page.offered}
        found.append((said, reverse("desk:waiting", args=[page.place.deployment])))
    if page.overdue:
        said = ngettext(
            "One loan should have come back.", "%(n)d loans should have come back.", page.overdue
        ) % {"n": page.overdue}
        found.append((said, reverse("desk:loans", args=[page.place.deployment])))
    if page.wrong:
        said = ngettext(
            "One delivery went wrong in the last seven days.",
            "%(n)d deliveries went wrong in the last seven days.",
            page.wrong,
        ) % {"n": page.wrong}
        found.append((said, reverse("desk:notes", args=[page.place.deployment])))
    return found


def visit_line(visit: VisitView, place: Place) -> VisitLine:
    """One visit in words."""
    words = {
        "booked": _("has a time"),
        "walked_in": _("came without a time"),
        "hospital": _("the hospital asks"),
    }
    urls = {
        step: reverse("desk:move", args=[place.deployment, visit.public_id, step])
        for step in ("kom", "kald", "vent", "udeblev", "afbud")
    }
    return VisitLine(
        called=visit.called,
        note=", ".join(part for part in (_when(visit), place.errand_of(visit.errand)) if part),
        arrived=words[visit.arrived],
        constructed=visit.constructed,
        version=visit.version,
        finish_url=reverse("desk:finish", args=[place.deployment, visit.public_id]),
        came_url=urls["kom"],
        call_url=urls["kald"],
        back_url=urls["vent"],
        away_url=urls["udeblev"],
        cancel_url=urls["afbud"],
    )


def _when(visit: VisitView) -> str:
    if visit.state == "booked":
        return _("at %(clock)s") % {"clock": f"{visit.starts_at:%H.%M}"}
    if visit.state == "served":
        return _("waited %(n)d min.") % {"n": visit.waited}
    if not visit.expected:
        return _("has waited %(n)d min., next in line") % {"n": visit.waited}
    return _("has waited %(n)d min., about %(more)d min. left") % {"n": visit.waited, "more": visit.expected}


def slot_choices(slots: list[FreeSlot]) -> list[tuple[str, str]]:
    """The free times as choices: `onsdag 6. maj kl. 10.30 (2 pladser)`."""
    return [
        (
            slot.starts_at.isoformat(),
            _("%(day)s at %(clock)s (%(room)s)")
            % {
                "day": format_weekday(slot.starts_at.date()),
                "clock": f"{slot.starts_at:%H.%M}",
                "room": ngettext("one place", "%(n)d places", slot.free) % {"n": slot.free},
            },
        )
        for slot in slots
    ]
