"""Pages without log-in: giving an idea, and following it on the private link."""

from dataclasses import replace
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from stillads.ideas.actions import Submitted, submit_idea
from stillads.ideas.queries import status_of, themes, units
from stillads.ideas.wording import link_of
from stillads.kernel.clock import now, today
from stillads.kernel.rules import NotFound
from stillads.kernel.viewer import PUBLIC, Viewer
from stillads.web.shell.access import PageRequest, public_page
from stillads.web.shell.forms import run

from .. import presenters
from ..forms.give import GiveForm


@require_http_methods(["GET", "HEAD", "POST"])
@public_page("anybody may give an idea; a trap and a limit per address stop machines")
def give(request: PageRequest) -> HttpResponse:
    """`/ideer/giv/`: the form; after it the thanks with the private link."""
    offered: dict[str, Any] = {"themes": themes(on=today()), "units": units(on=today())}
    if request.method != "POST":
        form = GiveForm(initial={"source": _own_source(request.viewer)}, **offered)
        return render(request, "ideas/give.html", {"form": form, "themes": offered["themes"]})
    form = GiveForm(request.POST, **offered)
    if form.trapped:
        return redirect("ideas:given")
    made = run(form, lambda data: _submit(request, form, data))
    if made is None:
        shown = {"form": form, "themes": offered["themes"]}
        return render(request, "ideas/give.html", shown, status=422)
    return redirect("ideas:thanks", token=made.token)


def _own_source(viewer: Viewer) -> str:
    if "manager" in viewer.roles:
        return "leader"
    return "employee" if viewer.person_id else ""


def _submit(request: PageRequest, form: GiveForm, data: dict[str, Any]) -> Submitted:
    viewer = request.viewer
    if viewer.person_id is None:
        viewer = replace(PUBLIC, address=str(request.META.get("REMOTE_ADDR", "")))
    name, address = form.reachable_at()
    return submit_idea(
        text=data["text"],
        title=data["title"],
        source=data["source"],
        theme=data["theme"],
        channel=data["channel"],
        name=name,
        address=address,
        poster_unit=data["poster_unit"],
        idempotency_key=data["idempotency_key"],
        viewer=viewer,
        at=now(),
    )


@require_safe
@public_page("says thanks and nothing else")
def given(request: PageRequest) -> HttpResponse:
    """`/ideer/giv/tak/`: what a machine sees that fell into the trap."""
    return render(request, "ideas/given.html")


@require_safe
@never_cache
@public_page("the link is a secret of 192 bits that only the giver has")
def thanks(request: PageRequest, token: str) -> HttpResponse:
    """`/ideer/min/<token>/tak/`: thanks, the private link, and what happens next."""
    status = _status(token)
    return render(request, "ideas/thanks.html", {"status": status, "link": link_of(token), "token": token})


@require_safe
@never_cache
@public_page("the link is a secret of 192 bits that only the giver has")
def follow(request: PageRequest, token: str) -> HttpResponse:
    """`/ideer/min/<token>/`: what became of the idea, in plain words."""
    status = _status(token)
    shown = {
        "status": status,
        "answer": presenters.status_answer(status),
        "steps": presenters.status_steps(status),
        "news": presenters.status_news(status),
        "given": presenters.day_of(status.given_at),
        "give": reverse("ideas:give"),
    }
    return render(request, "ideas/follow.html", shown)


def _status(token: str) -> Any:
    status = status_of(token)
    if status is None:
        raise NotFound(_("There is no such idea."))
    return status
