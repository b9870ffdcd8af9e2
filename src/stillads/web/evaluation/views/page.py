"""The page itself, opening it, and the steps of its life."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from stillads.analysis.actions import fall_verdicts
from stillads.evaluation import actions
from stillads.evaluation.permissions import READ
from stillads.evaluation.queries import opening_of
from stillads.kernel.clock import now
from stillads.kernel.rules import NotFound
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.forms import run

from ..forms import ReasonForm, reason_form
from ..presenters import Editing
from ..presenters.opening import present_opening
from .answering import keeps_what_was_typed, show


@require_safe
@page(READ)
def evaluation(request: PageRequest, phase: str) -> HttpResponse:
    """`/evaluering/<fase>/`: the evaluation, or the way to open it."""
    try:
        return show(request, phase)
    except NotFound:
        opening = opening_of(phase, request.viewer)
    form = ReasonForm(initial={"reason": ""})
    return render(
        request, "evaluation/opening.html", {**present_opening(opening, request.viewer), "form": form}
    )


@keeps_what_was_typed
@require_POST
@page(READ)
def begin(request: PageRequest, phase: str) -> HttpResponse:
    """Opens the evaluation."""
    opening = opening_of(phase, request.viewer)
    form = ReasonForm(request.POST)
    form.fields["reason"].required = False
    opened = run(
        form,
        lambda said: actions.open_evaluation(
            phase=phase, reason=said["reason"], viewer=request.viewer, at=now()
        ),
    )
    if opened:
        return redirect("evaluation:page", phase)
    context = {**present_opening(opening, request.viewer), "form": form}
    return render(request, "evaluation/opening.html", context, status=422)


@require_POST
@page(READ)
def submit(request: PageRequest, phase: str) -> HttpResponse:
    """Hands in."""
    actions.submit(phase=phase, viewer=request.viewer, at=now())
    messages.success(request, _("Handed in. A consultant or your manager reads it now."))
    return redirect("evaluation:page", phase)


@require_POST
@page(READ)
def take_back(request: PageRequest, phase: str) -> HttpResponse:
    """Takes back."""
    actions.take_back(phase=phase, viewer=request.viewer, at=now())
    messages.success(request, _("It is yours again. Hand it in when you are done."))
    return redirect("evaluation:page", phase)


@require_POST
@page(READ)
def approve(request: PageRequest, phase: str) -> HttpResponse:
    """Approves."""
    actions.approve(phase=phase, viewer=request.viewer, at=now())
    messages.success(request, _("Approved. It can go into the booklet as it is."))
    return redirect("evaluation:page", phase)


@keeps_what_was_typed
@require_POST
@page(READ)
def ask_for_changes(request: PageRequest, phase: str) -> HttpResponse:
    """Sends back with wishes."""
    return _with_reason(
        request, phase, "changes", actions.ask_for_changes, _("Sent back. The trial lead sees your wishes.")
    )


@keeps_what_was_typed
@require_POST
@page(READ)
def reopen(request: PageRequest, phase: str) -> HttpResponse:
    """Opens again."""
    return _with_reason(
        request, phase, "reopen", actions.reopen, _("Opened again. It must be approved once more.")
    )


@require_POST
@page(READ)
def verdicts(request: PageRequest, phase: str) -> HttpResponse:
    """Lets the verdicts fall that are due."""
    fallen = fall_verdicts(phase=phase, viewer=request.viewer, at=now())
    if fallen:
        messages.success(request, _("The verdict has fallen. It stays as it is from now on."))
    else:
        messages.info(request, _("No verdict is due yet."))
    return redirect("evaluation:page", phase)


def _with_reason(
    request: PageRequest, phase: str, target: str, act: Callable[..., None], said: str
) -> HttpResponse:
    form = reason_form(target, request.POST)

    def step(given: dict[str, Any]) -> bool:
        act(phase=phase, reason=given["reason"], viewer=request.viewer, at=now())
        return True

    done = run(form, step)
    if done is None:
        return show(request, phase, editing=Editing(target, form), status=422)
    messages.success(request, said)
    return redirect("evaluation:page", phase)
