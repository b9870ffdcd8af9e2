"""The projector: one trial, one picture, one sentence, a timer."""

import segno
from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from stillads.charts import hundred_day_line
from stillads.decisions.actions.meeting import meeting_token
from stillads.decisions.permissions import READ
from stillads.decisions.queries.handles import meeting_handle
from stillads.decisions.queries.meeting import MeetingPage, meeting_of_round
from stillads.decisions.queries.slides import slide_of
from stillads.kernel.rules import NotFound
from stillads.web.shell.access import PageRequest, page


def _meeting(round_key: str) -> MeetingPage:
    meeting = meeting_of_round(round_key)
    if meeting is None:
        raise NotFound("no meeting")
    return meeting


def _qr(address: str) -> str:
    code = segno.make(address, error="m")
    return code.svg_inline(scale=8, border=2, svgclass="qr", lineclass=None, omitsize=True)


def _address(round_key: str) -> str:
    token = meeting_token(meeting_handle(round_key))
    return settings.STILLADS_BASE_URL + reverse("meeting:answer", args=[token])


@page(READ)
def start(request: PageRequest, round_key: str) -> HttpResponse:
    """The projector's first picture is the first trial; without trials there is only the agenda."""
    if not _meeting(round_key).agenda:
        return redirect("meeting:agenda", round_key)
    return redirect("meeting:slide", round_key, 1)


@page(READ)
def slide(request: PageRequest, round_key: str, number: int) -> HttpResponse:
    """Trial `number` of the agenda, with its minutes counting down."""
    meeting = _meeting(round_key)
    if not 1 <= number <= len(meeting.agenda):
        raise NotFound("no such slide")
    line = meeting.agenda[number - 1]
    shown = slide_of(line.phase_id) if line.phase_id else None
    context = {
        "heading": line.title,
        "line": line,
        "slide": shown,
        "picture": hundred_day_line.draw(shown.line, size="chapter") if shown else "",
        "number": number,
        "count": len(meeting.agenda),
        "previous": number - 1 if number > 1 else None,
        "next": number + 1 if number < len(meeting.agenda) else None,
        "round_key": round_key,
        "qr": "" if meeting.frozen_at else mark_safe(_qr(_address(round_key))),  # noqa: S308  (drawn by segno from our own address)
    }
    return render(request, "meeting/slide.html", context)


@page(READ)
def poster(request: PageRequest, round_key: str) -> HttpResponse:
    """The QR code and the short address, for the wall and the tables."""
    address = _address(round_key)
    context = {
        "heading": _("Give your feedback"),
        "meeting": _meeting(round_key),
        "qr": mark_safe(_qr(address)),  # noqa: S308  (as above)
        "address": address,
    }
    return render(request, "meeting/poster.html", context)
