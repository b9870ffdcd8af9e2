"""When the desk is open, and the days it is closed."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from stillads.capture.actions.desk.days import close_day, open_day
from stillads.capture.permissions import REGISTER
from stillads.capture.queries.desk.queue import HoursPage, hours_page
from stillads.kernel.clock import now, today
from stillads.kernel.dates import WEEKDAYS, format_weekday
from stillads.kernel.rules import NotFound
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.form_page import FormText, form_page

from ..forms import CloseForm
from ..presenters.queue import desk_tabs


@page(REGISTER)
def hours(request: PageRequest, deployment: str) -> HttpResponse:
    """The weekly hours, the closed days ahead, and the form that closes one more."""
    held = hours_page(deployment=deployment, viewer=request.viewer, day=today())
    text = FormText(
        title=_("Opening days"),
        button=_("Close the day"),
        back=(reverse("desk:hours", args=[deployment]), held.place.desk.title),
        answer=_answer(held),
        said=_("The day is closed: nobody can book it. Tell those who had a time."),
    )

    def act(data: dict[str, Any]) -> object:
        return close_day(
            deployment=deployment, day=data["day"], why=data["why"], viewer=request.viewer, at=now()
        )

    context = {
        "place": held.place,
        "tabs": desk_tabs(deployment, "desk:hours"),
        "hours": _hours(held),
        "closed": [
            (f"{format_weekday(day)} {day.year}", why, day.isoformat() if ours else "")
            for day, why, ours in held.closed
        ],
    }
    form = CloseForm(request.POST or None)
    return form_page(request, form, text, act, template="desk/hours.html", context=context)


@require_POST
@page(REGISTER)
def open_again(request: PageRequest, deployment: str) -> HttpResponse:
    """A day that was closed is open again."""
    try:
        day = date.fromisoformat(request.POST.get("day", ""))
    except ValueError:
        raise NotFound("no such day") from None
    open_day(deployment=deployment, day=day, viewer=request.viewer, at=now())
    messages.success(request, _("The day is open again."))
    return redirect("desk:hours", deployment)


def _answer(held: HoursPage) -> str:
    if not held.closed:
        return _("No closed days in the next half year.")
    day, why, _ours = held.closed[0]
    return _("The next closed day is %(day)s: %(why)s.") % {"day": format_weekday(day), "why": why}


def _hours(held: HoursPage) -> list[tuple[str, str]]:
    return [
        (
            WEEKDAYS[one.weekday - 1].capitalize(),
            f"{one.opens:%H.%M}–{one.closes:%H.%M}, "
            + ngettext("one at a time", "%(n)d at a time", one.capacity) % {"n": one.capacity},
        )
        for one in sorted(held.place.desk.hours, key=lambda one: (one.weekday, one.opens))
    ]
