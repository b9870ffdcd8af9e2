"""The outbox: what leaves the house, what failed, what must be printed."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from stillads.ideas.permissions import OUTBOX
from stillads.kernel.clock import now
from stillads.kernel.rules import NotFound
from stillads.notices import actions
from stillads.notices.queries import OutboxPage, letters, outbox, posters
from stillads.web.shell.access import PageRequest, page

from .. import outbox_presenter as presenter
from ..presenters import day_of

_DEEDS = {"igen": actions.send_again, "naaet": actions.mark_sent, "stop": actions.cancel}


@require_safe
@page(OUTBOX)
def box(request: PageRequest) -> HttpResponse:
    """`/ideer/udbakke/`: all messages, the newest first."""
    channel, state = request.GET.get("vej", ""), request.GET.get("status", "")
    number = request.GET.get("side", "1")
    found = outbox(
        viewer=request.viewer,
        channel=channel if channel in presenter.CHANNELS else "",
        state=state if state in presenter.STATES else "",
        page=int(number) if number.isdecimal() and len(number) < 6 else 1,
    )
    query = request.GET.copy()
    query.pop("side", None)
    shown = {
        "found": found,
        "rows": [presenter.shown(row, _address_of(row.about)) for row in found.rows],
        "answer": presenter.answer(found.counts),
        "tabs": presenter.tabs(found.counts, channel),
        "query": query.urlencode(),
        "to_print": _to_print(found),
    }
    return render(request, "ideas/outbox.html", shown)


def _to_print(found: OutboxPage) -> dict[str, int]:
    return {channel: found.counts.get((channel, "waiting"), 0) for channel in ("letter", "poster")}


def _address_of(about: str) -> str:
    kind, _colon, key = about.partition(":")
    try:
        return reverse("ideas:idea", args=[key]) if kind == "idea" else ""
    except NoReverseMatch:
        return ""


@require_safe
@page(OUTBOX)
def letter_pages(request: PageRequest) -> HttpResponse:
    """`/ideer/udbakke/breve/`: the letters that wait, or those that `brev` names, each an A4 page."""
    only = request.GET.getlist("brev")
    found = letters(viewer=request.viewer, only=only or None)
    shown = [(letter, day_of(letter.created_at), presenter.code_of(letter)) for letter in found]
    return render(request, "ideas/letters.html", {"letters": shown})


@require_safe
@page(OUTBOX)
def poster_pages(request: PageRequest) -> HttpResponse:
    """`/ideer/udbakke/opslag/`: a poster for each unit that has lines."""
    place = request.GET.get("sted", "")
    return render(request, "ideas/posters.html", {"posters": posters(viewer=request.viewer, place=place)})


@require_POST
@page(OUTBOX)
def printed(request: PageRequest) -> HttpResponse:
    """The letters or lines on the page were printed."""
    names = request.POST.getlist("notice")
    count = actions.mark_printed(public_ids=names, viewer=request.viewer, at=now())
    said = ngettext("%(n)d message is marked as printed.", "%(n)d messages are marked as printed.", count)
    messages.success(request, said % {"n": count})
    return redirect("ideas:outbox")


@require_POST
@page(OUTBOX)
def decide(request: PageRequest, public_id: str, deed: str) -> HttpResponse:
    """`igen`: send or print once more; `naaet`: it arrived; `stop`: it shall not leave."""
    if deed not in _DEEDS:
        raise NotFound(_("That cannot be done with a message."))
    _DEEDS[deed](public_id=public_id, viewer=request.viewer, at=now())
    messages.success(request, _("Done."))
    return redirect("ideas:outbox")
