"""One idea: read it, answer it, change its words, split it."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from stillads.ideas import actions
from stillads.ideas.permissions import READ, TRIAGE
from stillads.ideas.queries import IdeaDetail, idea_detail, themes, units
from stillads.ideas.states import OPEN
from stillads.kernel.clock import now, today
from stillads.kernel.rules import NotFound
from stillads.organisation.policy import may
from stillads.trials.permissions import CREATE as BEGIN_TRIAL
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.forms import run

from .. import presenters
from ..forms.staff import ReasonForm, SplitForm, WordsForm

FORM_METHODS = ["GET", "HEAD", "POST"]

# what the address says → the deed and its name in the query
_ANSWERS: dict[str, tuple[str, Callable[..., Any]]] = {
    "overvej": ("consider", actions.consider),
    "vent": ("park", actions.park),
    "afslaa": ("decline", actions.decline),
}


@require_safe
@page(READ)
def idea(request: PageRequest, public_id: str) -> HttpResponse:
    """`/ideer/<id>/`: the idea, its life and family, and what can be done now."""
    found = idea_detail(public_id, viewer=request.viewer)
    shown = {
        "idea": found,
        "row": presenters.shown_row(found.row),
        "answer": presenters.idea_answer(found),
        "life": presenters.life(found),
        "news": [(presenters.day_of(at), headline, text) for at, headline, text in found.news],
        "told": presenters.told(found),
        "told_day": presenters.day_of(found.told_at),
        "family": presenters.generations(found.family),
        "trial_url": reverse("trials:trial", args=[found.trial_key]) if found.trial_key else "",
        "begin_url": _begin_url(request, found),
    }
    return render(request, "ideas/idea.html", shown)


def _begin_url(request: PageRequest, found: IdeaDetail) -> str:
    """Where a trial is begun with the idea's words; empty for whoever may not, and where it is too late."""
    ready = found.row.state in OPEN and may(request.viewer, BEGIN_TRIAL)
    return f"{reverse('trials:new')}?ide={found.row.public_id}" if ready else ""


@require_http_methods(FORM_METHODS)
@page(TRIAGE)
def answer(request: PageRequest, public_id: str, step: str) -> HttpResponse:
    """`/ideer/<id>/svar/<overvej|vent|afslaa>/`: the answer that the giver will read."""
    if step not in _ANSWERS:
        raise NotFound(_("There is no such answer."))
    name, act = _ANSWERS[step]
    found = idea_detail(public_id, viewer=request.viewer)
    form = ReasonForm(request.POST or None, needed=name != "consider")
    if request.method == "POST" and run(
        form, lambda data: act(idea=public_id, reason=data["reason"], viewer=request.viewer, at=now())
    ):
        messages.success(request, _said(found))
        return redirect("ideas:idea", public_id=public_id)
    shown = {
        "idea": found, "form": form, "name": name, "refusal": found.actions[name].refusal,
        "told": presenters.told(found),
    }  # fmt: skip
    return render(request, "ideas/answer.html", shown, status=422 if request.method == "POST" else 200)


def _said(found: IdeaDetail) -> str:
    if set(found.channels) & {"email", "letter", "poster"}:
        return _("The answer is saved, and the message to the giver lies in the outbox.")
    return _("The answer is saved.")


@require_http_methods(FORM_METHODS)
@page(TRIAGE)
def edit(request: PageRequest, public_id: str) -> HttpResponse:
    """`/ideer/<id>/ret/`: words, theme and unit."""
    found = idea_detail(public_id, viewer=request.viewer)
    offered: dict[str, Any] = {"themes": themes(on=today()), "units": units(on=today())}
    initial = {
        "title": found.row.title, "text": found.text, "theme": found.theme_key, "unit": found.unit_id,
        "version": found.version,
    }  # fmt: skip
    form = WordsForm(request.POST or None, initial=initial, **offered)
    if request.method == "POST" and run(form, lambda data: _edit(request, public_id, data)):
        messages.success(request, _("The idea is saved."))
        return redirect("ideas:idea", public_id=public_id)
    shown = {"idea": found, "form": form, "refusal": found.actions["edit"].refusal}
    return render(request, "ideas/edit.html", shown, status=422 if request.method == "POST" else 200)


def _edit(request: PageRequest, public_id: str, data: dict[str, Any]) -> Any:
    words = {name: data[name] for name in ("title", "text", "theme", "unit")}
    return actions.edit_idea(
        idea=public_id, version=data["version"] or 0, viewer=request.viewer, at=now(), **words
    )


@require_http_methods(FORM_METHODS)
@page(TRIAGE)
def split(request: PageRequest, public_id: str) -> HttpResponse:
    """`/ideer/<id>/del/`: one idea becomes several."""
    found = idea_detail(public_id, viewer=request.viewer)
    form = SplitForm(request.POST or None)
    if request.method == "POST" and run(form, lambda data: _split(request, public_id, data)):
        messages.success(request, _("The idea has been split. Each part goes its own way now."))
        return redirect("ideas:idea", public_id=public_id)
    shown = {"idea": found, "form": form, "refusal": found.actions["split"].refusal}
    return render(request, "ideas/split.html", shown, status=422 if request.method == "POST" else 200)


def _split(request: PageRequest, public_id: str, data: dict[str, Any]) -> Any:
    lines = [line.partition(":") for line in data["parts"].splitlines() if line.strip()]
    parts = [actions.Part(title.strip(" -–•*"), text.strip()) for title, _colon, text in lines]
    return actions.split_idea(
        idea=public_id, parts=parts, idempotency_key=data["idempotency_key"], viewer=request.viewer, at=now()
    )
