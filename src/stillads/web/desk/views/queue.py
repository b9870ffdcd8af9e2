"""The queue: the next one in one tap, who is at the desk, who waits, who is booked."""

from typing import Any, Final

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from stillads.capture.actions.desk import queue as actions
from stillads.capture.actions.desk.items import stock_desk
from stillads.capture.permissions import REGISTER
from stillads.capture.queries.desk.queue import queue_page, visit_view
from stillads.kernel.clock import now
from stillads.kernel.rules import NotFound
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.answering import sent
from stillads.web.shell.form_page import FormText, form_page
from stillads.web.shell.places import places

from ..forms import FinishForm
from ..presenters.queue import desk_tabs, queue_answer, reminders, visit_line

STEPS: Final = {
    "kom": "waiting",
    "kald": "served",
    "vent": "waiting",
    "udeblev": "stayed_away",
    "afbud": "cancelled",
}


@page(REGISTER)
def place_list(request: PageRequest) -> HttpResponse:
    """The desks of the viewer's places."""
    return places(
        request,
        "desk",
        "desk/list.html",
        lambda n: ngettext("One desk.", "%(n)d desks.", n) % {"n": n},
        (_("There is no desk at your places."), _("It comes here when a trial that uses it begins.")),
    )


@page(REGISTER)
def queue(request: PageRequest, deployment: str) -> HttpResponse:
    """The desk's own page. The first look puts the playbook's things on the shelf."""
    held = queue_page(deployment=deployment, viewer=request.viewer, at=now())
    if not held.stocked:
        stock_desk(deployment=deployment, viewer=request.viewer, at=now())
    lines = {
        name: [visit_line(one, held.place) for one in getattr(held, name)]
        for name in ("served", "waiting", "booked")
    }
    context = {
        "place": held.place,
        "heading": held.place.desk.title,
        "answer": queue_answer(held),
        "reminders": reminders(held),
        "nobody": None if held.waiting else _("Nobody waits."),
        "tabs": desk_tabs(deployment, "desk:queue"),
        **lines,
    }
    return render(request, "desk/queue.html", context)


@require_POST
@page(REGISTER)
def call_next(request: PageRequest, deployment: str) -> HttpResponse:
    """Whoever is next comes to the desk."""
    found = actions.call_next(deployment=deployment, viewer=request.viewer, at=now())
    if found is None:
        messages.info(request, _("Nobody waits."))
    else:
        messages.success(request, _("Call out: %(who)s.") % {"who": found.called})
    return redirect("desk:queue", deployment)


@require_POST
@page(REGISTER)
def move(request: PageRequest, deployment: str, visit: str, step: str) -> HttpResponse:
    """Came, is called, waits again, stayed away, cancelled: one tap each."""
    if step not in STEPS:
        raise NotFound("no such step")
    version = request.POST.get("version", "")
    actions.move_visit(
        visit=visit, state=STEPS[step], version=int(version) if version.isdecimal() else None,
        viewer=request.viewer, at=now(),
    )  # fmt: skip
    return redirect("desk:queue", deployment)


@page(REGISTER)
def finish(request: PageRequest, deployment: str, visit: str) -> HttpResponse:
    """The visit is over: what the playbook asks about it."""
    place, one = visit_view(visit=visit, viewer=request.viewer, at=now())
    text = FormText(
        title=_("%(who)s has been helped") % {"who": one.called},
        button=_("Finish the visit"),
        back=(reverse("desk:queue", args=[deployment]), place.desk.title),
        said=_("Thank you. The visit is noted."),
        refused=None if one.state in {"served", "done"} else _("Call the visitor to the desk first."),
    )
    form = FinishForm(
        **sent(request), items=place.desk.forms()["visit"],
        given={"version": one.version, "errand": one.errand or None},
    )  # fmt: skip

    def act(data: dict[str, Any]) -> object:
        return actions.finish_visit(
            visit=visit, raw=form.raw, version=data["version"], viewer=request.viewer, at=now()
        )

    return form_page(request, form, text, act, template="desk/asking.html")
