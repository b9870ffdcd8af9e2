"""The waiting list: whose is ready stands first."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from stillads.capture.actions.desk.loans import lend
from stillads.capture.actions.desk.waiting import end_waiting, wait_for
from stillads.capture.permissions import REGISTER
from stillads.capture.queries.desk.place import place_of
from stillads.capture.queries.desk.shelf import waiting_page
from stillads.kernel.clock import now
from stillads.kernel.rules import Conflict
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.form_page import FormText, form_page

from ..forms import WaitForm
from ..presenters.queue import desk_tabs
from ..presenters.shelf import waiting_line


@page(REGISTER)
def waiting(request: PageRequest, deployment: str) -> HttpResponse:
    """Everybody who waits."""
    place, found = waiting_page(deployment=deployment, viewer=request.viewer)
    n = len(found)
    context = {
        "place": place,
        "answer": ngettext("One waits.", "%(n)d wait.", n) % {"n": n} if n else _("Nobody waits."),
        "lines": [waiting_line(one, place) for one in found],
        "tabs": desk_tabs(deployment, "desk:waiting"),
    }
    return render(request, "desk/waiting.html", context)


@page(REGISTER)
def new(request: PageRequest, deployment: str) -> HttpResponse:
    """One more who waits."""
    place = place_of(deployment=deployment, viewer=request.viewer)
    text = FormText(
        title=_("Put somebody on the waiting list"),
        button=_("Put on the waiting list"),
        back=(reverse("desk:waiting", args=[deployment]), _("Waiting list")),
        said=_("On the waiting list. When one comes back, the page says so."),
    )
    lines = [(line.key, line.title) for line in place.desk.catalogue]

    def act(data: dict[str, Any]) -> object:
        return wait_for(
            deployment=deployment, line=data["line"], called=data["called"], key=data["idempotency_key"],
            viewer=request.viewer, at=now(),
        )  # fmt: skip

    return form_page(request, WaitForm(request.POST or None, lines=lines), text, act)


@require_POST
@page(REGISTER)
def lend_to(request: PageRequest, deployment: str, waiting: str) -> HttpResponse:
    """Whoever waited gets a copy that stands on the shelf: one tap, and the waiting is over."""
    _place, found = waiting_page(deployment=deployment, viewer=request.viewer)
    one = next((one for one in found if one.public_id == waiting), None)
    if one is None or not one.free:
        raise Conflict(_("There is none on the shelf just now. Look at the list again."))
    lend(
        item=one.free, called=one.called, waiting=waiting, key=f"waiting:{waiting}", viewer=request.viewer,
        at=now(),
    )  # fmt: skip
    messages.success(request, _("Lent to %(who)s.") % {"who": one.called})
    return redirect("desk:waiting", deployment)


@require_POST
@page(REGISTER)
def end(request: PageRequest, deployment: str, waiting: str) -> HttpResponse:
    """Does not need it any more."""
    end_waiting(waiting=waiting, viewer=request.viewer, at=now())
    messages.success(request, _("Taken off the waiting list."))
    return redirect("desk:waiting", deployment)
