"""A point is written from the phone, and settled at the meeting."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from stillads.capture.actions.presence.meetings import add_point, settle_point
from stillads.capture.permissions import REGISTER
from stillads.capture.queries.presence import agenda_page, place_of
from stillads.kernel.clock import now
from stillads.kernel.rules import NotFound
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.form_page import FormText, form_page

from ..forms import PointForm, SettleForm


@page(REGISTER)
def add(request: PageRequest, deployment: str) -> HttpResponse:
    """One more point for the next meeting."""
    held = place_of(deployment=deployment, viewer=request.viewer)
    meeting = held.definition.meeting
    if meeting is None:
        raise NotFound("no meeting")
    text = FormText(
        title=_("A point for “%(meeting)s”") % {"meeting": meeting.title},
        button=_("Put it on the agenda"),
        back=(reverse("presence:place", args=[deployment]), held.definition.title),
        said=_("It stands on the agenda of the next meeting."),
    )

    def act(data: dict[str, Any]) -> object:
        key = data["idempotency_key"][:50]
        return add_point(deployment=deployment, text=data["text"], key=key, viewer=request.viewer, at=now())

    return form_page(request, PointForm(request.POST or None, prompt=meeting.prompt), text, act)


@page(REGISTER)
def settle(request: PageRequest, deployment: str, point: str) -> HttpResponse:
    """What came of a point."""
    held = agenda_page(deployment=deployment, viewer=request.viewer, at=now())
    one = next((p for p in (*held.waiting, *held.settled) if p.ref == point), None)
    if one is None:
        raise NotFound("no such point")
    text = FormText(
        title=one.text,
        button=_("Save what came of it"),
        back=(reverse("presence:agenda", args=[deployment]), _("The agenda")),
        said=_("Noted. The point is settled."),
    )
    form = SettleForm(request.POST or None, initial={"what": one.what_came_of_it, "version": one.version})

    def act(data: dict[str, Any]) -> object:
        return settle_point(
            deployment=deployment,
            point=point,
            what=data["what"],
            version=data["version"],
            viewer=request.viewer,
            at=now(),
        )

    return form_page(request, form, text, act)
