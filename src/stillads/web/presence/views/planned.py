"""Who is to be there, and what came of it: one tap for yes."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from stillads.capture.actions.presence.planning import plan_presence, take_back_presence, tell_presence
from stillads.capture.permissions import REGISTER
from stillads.capture.queries.choices import employees_at
from stillads.capture.queries.presence import place_of, presence_page, presence_view
from stillads.kernel.clock import now, today
from stillads.kernel.dates import format_weekday
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.answering import sent
from stillads.web.shell.form_page import FormText, form_page
from stillads.web.shell.places import places

from ..forms import PlanForm, PointForm, TakeBackForm, TellForm
from ..presenters import meeting_answer, page_answer, presence_line


@page(REGISTER)
def place_list(request: PageRequest) -> HttpResponse:
    """The places where somebody is to be present."""
    return places(
        request,
        "presence",
        "presence/list.html",
        lambda n: (
            ngettext("One place where presence is planned.", "%(n)d places where presence is planned.", n)
            % {"n": n}
        ),
        (
            _("Presence is planned at none of your places."),
            _("It comes here when a trial that uses it begins."),
        ),
    )


@page(REGISTER)
def place(request: PageRequest, deployment: str) -> HttpResponse:
    """What waits to be told, what is to come, and a point for the meeting."""
    held = presence_page(deployment=deployment, viewer=request.viewer, at=now())
    meeting = held.place.definition.meeting
    lines = {
        name: [presence_line(one, deployment, today()) for one in getattr(held, name)]
        for name in ("untold", "coming", "told")
    }
    context = {
        "place": held.place,
        "heading": held.place.definition.title,
        "answer": page_answer(held, today()),
        "meeting": meeting,
        "meeting_answer": meeting_answer(held, today()) if meeting else "",
        "point_form": PointForm(prompt=meeting.prompt) if meeting else None,
        **lines,
    }
    return render(request, "presence/place.html", context)


@page(REGISTER)
def plan(request: PageRequest, deployment: str) -> HttpResponse:
    """A new time, for so many weeks."""
    held = place_of(deployment=deployment, viewer=request.viewer)
    locked = held.definition.locked
    text = FormText(
        title=_("Plan presence"),
        button=_("Plan the time"),
        back=_back(deployment, held.definition.title),
        answer=_("The time is locked: it is only taken back with a reason.") if locked else "",
        said=_("Planned. Afterwards one tap tells what came of it."),
    )
    form = PlanForm(
        request.POST or None,
        functions=[(option.key, option.text) for option in held.definition.functions],
        people=employees_at(deployment=deployment, day=today()),
    )

    def act(data: dict[str, Any]) -> object:
        begins, ends = form.span()
        return plan_presence(
            deployment=deployment, function=data["function"], starts_at=begins, ends_at=ends,
            person=data["person"], weeks=data["weeks"], key=data["idempotency_key"][:60],
            viewer=request.viewer, at=now(),
        )  # fmt: skip

    return form_page(request, form, text, act)


@require_POST
@page(REGISTER)
def tell_yes(request: PageRequest, deployment: str, presence: str) -> HttpResponse:
    """It came off as planned: one tap."""
    tell_presence(presence=presence, came="yes", viewer=request.viewer, at=now())
    messages.success(request, _("Thank you. It is noted that it came off."))
    return redirect("presence:place", deployment)


@page(REGISTER)
def tell(request: PageRequest, deployment: str, presence: str) -> HttpResponse:
    """Partly, not at all, other minutes; and what the playbook asks."""
    held, one, items = presence_view(presence=presence, viewer=request.viewer)
    line = presence_line(one, deployment, today())
    text = FormText(
        title=_("What came of it?"),
        button=_("Save"),
        back=_back(deployment, held.definition.title),
        answer=f"{line.who}, {line.when}, {line.clock}.",
        said=_("Thank you. It is noted."),
    )
    given = {"came": one.came or None, "why_not": one.why_not}
    form = TellForm(**sent(request), items=items, given=given)

    def act(data: dict[str, Any]) -> object:
        return tell_presence(
            presence=presence, came=data["came"], minutes=data["minutes"], why_not=data["why_not"],
            more=form.raw, version=one.version if one.came else None, viewer=request.viewer, at=now(),
        )  # fmt: skip

    return form_page(request, form, text, act, template="presence/tell.html")


@page(REGISTER)
def take_back(request: PageRequest, deployment: str, presence: str) -> HttpResponse:
    """It is not to be after all."""
    held, one, _items = presence_view(presence=presence, viewer=request.viewer)
    line = presence_line(one, deployment, today())
    locked = _("The time is locked. It stays on the list as one that did not come off, with your reason.")
    text = FormText(
        title=_("Take the time back"),
        button=_("Take the time back"),
        kind="warning",
        back=_back(deployment, held.definition.title),
        answer=f"{line.who}, {format_weekday(one.starts_at.date())}, {line.clock}. "
        + (locked if one.locked else _("It is removed from the plan.")),
        said=_("The time is taken back."),
    )

    def act(data: dict[str, Any]) -> object:
        take_back_presence(presence=presence, why_not=data["why_not"], viewer=request.viewer, at=now())
        return True

    return form_page(request, TakeBackForm(request.POST or None, locked=one.locked), text, act)


def _back(deployment: str, title: str) -> tuple[str, str]:
    return reverse("presence:place", args=[deployment]), title
