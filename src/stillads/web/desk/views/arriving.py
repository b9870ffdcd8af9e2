"""Somebody comes without a time, or a time is booked."""

from datetime import datetime
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from stillads.capture.actions.desk.queue import book_visit
from stillads.capture.actions.desk.queue import walk_in as put_in_queue
from stillads.capture.permissions import REGISTER
from stillads.capture.queries.desk.place import Place, place_of
from stillads.capture.queries.desk.queue import free_slots
from stillads.kernel.clock import now
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.form_page import FormText, form_page

from ..forms import BookForm, WalkInForm
from ..presenters.queue import slot_choices


@page(REGISTER)
def walk_in(request: PageRequest, deployment: str) -> HttpResponse:
    """Into the queue at once."""
    place = place_of(deployment=deployment, viewer=request.viewer)
    text = FormText(
        title=_("Put somebody in the queue"),
        button=_("Put in the queue"),
        back=_back(place),
        said=_("In the queue."),
    )

    def act(data: dict[str, Any]) -> object:
        return put_in_queue(
            deployment=deployment, called=data["called"], errand=data.get("errand", ""),
            hospital=data["arrived"] == "hospital", key=data["idempotency_key"], viewer=request.viewer, at=now(),
        )  # fmt: skip

    return form_page(request, WalkInForm(request.POST or None, errands=_errands(place)), text, act)


@page(REGISTER)
def book(request: PageRequest, deployment: str) -> HttpResponse:
    """One of the free times of the next three weeks."""
    place, slots = free_slots(deployment=deployment, viewer=request.viewer, at=now())
    text = FormText(
        title=_("Book a time"),
        button=_("Book the time"),
        back=_back(place),
        answer="" if slots else _("There is no free time in the next three weeks."),
        said=_("The time is booked."),
        refused=None if slots else _("There is no free time in the next three weeks."),
    )

    def act(data: dict[str, Any]) -> object:
        return book_visit(
            deployment=deployment, starts_at=datetime.fromisoformat(data["slot"]), called=data["called"],
            errand=data.get("errand", ""), key=data["idempotency_key"], viewer=request.viewer, at=now(),
        )  # fmt: skip

    form = BookForm(request.POST or None, slots=slot_choices(slots), errands=_errands(place))
    return form_page(request, form, text, act)


def _errands(place: Place) -> list[tuple[str, str]]:
    return [(option.key, option.text) for option in place.desk.errands]


def _back(place: Place) -> tuple[str, str]:
    return reverse("desk:queue", args=[place.deployment]), place.desk.title
