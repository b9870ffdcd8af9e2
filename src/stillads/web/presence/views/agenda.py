"""The agenda of the next meeting, and what was settled at those before."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from stillads.capture.actions.presence.meetings import hold_meeting
from stillads.capture.permissions import REGISTER
from stillads.capture.queries.presence import agenda_page, meeting_view, place_of
from stillads.kernel.clock import now, today
from stillads.kernel.dates import format_date
from stillads.kernel.rules import NotFound
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.form_page import FormText, form_page

from ..forms import HoldForm, PointForm
from ..presenters import agenda_answer, held_lines, meeting_lines, point_line


@page(REGISTER)
def agenda(request: PageRequest, deployment: str) -> HttpResponse:
    """Points that wait, each with the way to settle it; to print for the table."""
    held = agenda_page(deployment=deployment, viewer=request.viewer, at=now())
    meeting = held.place.definition.meeting
    context = {
        "place": held.place,
        "heading": meeting.title if meeting else "",
        "answer": agenda_answer(held, today()),
        "standing": meeting.standing if meeting else (),
        "waiting": [point_line(point, deployment) for point in held.waiting],
        "settled": [point_line(point, deployment) for point in held.settled],
        "held": held_lines(held),
        "point_form": PointForm(prompt=meeting.prompt if meeting else ""),
    }
    return render(request, "presence/agenda.html", context)


@page(REGISTER)
def hold(request: PageRequest, deployment: str) -> HttpResponse:
    """The meeting was held."""
    held = place_of(deployment=deployment, viewer=request.viewer)
    meeting = held.definition.meeting
    if meeting is None:
        raise NotFound("no meeting")
    text = FormText(
        title=_("The meeting was held"),
        button=_("Save the meeting"),
        back=(reverse("presence:agenda", args=[deployment]), meeting.title),
        answer=_("What is settled becomes its minutes. What is not settled waits for the next meeting."),
        said=_("The minutes are saved. They can be printed here."),
    )

    def act(data: dict[str, Any]) -> str:
        made = hold_meeting(
            deployment=deployment, day=data["day"], minutes=data["minutes"], viewer=request.viewer, at=now()
        )
        return reverse("presence:meeting", args=[deployment, made.public_id])

    return form_page(request, HoldForm(request.POST or None, initial={"day": today()}), text, act)


@page(REGISTER)
def meeting(request: PageRequest, deployment: str, meeting: str) -> HttpResponse:
    """The minutes of one meeting."""
    place, held = meeting_view(deployment=deployment, meeting=meeting, viewer=request.viewer)
    named = place.definition.meeting
    context = {
        "place": place,
        "heading": _("%(meeting)s, %(day)s")
        % {"meeting": named.title if named else "", "day": format_date(held.day)},
        "minutes": held.minutes,
        "points": meeting_lines(place, held),
    }
    return render(request, "presence/meeting.html", context)
