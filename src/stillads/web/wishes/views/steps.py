"""One wish: what was done and said, and its next step."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from stillads.capture.actions.wishes import act_on_wish, close_wish, tell_back
from stillads.capture.permissions import REGISTER
from stillads.capture.queries.wishes import WishView, one_wish
from stillads.kernel.clock import now, today
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.forms import run

from ..forms import ActForm, CloseForm, StepForm, TellForm
from ..presenters import card, history


@page(REGISTER)
def show(request: PageRequest, wish: str) -> HttpResponse:
    """The wish and what can be written about it now."""
    return _page(request, one_wish(wish=wish, viewer=request.viewer))


@page(REGISTER)
@require_POST
def act(request: PageRequest, wish: str) -> HttpResponse:
    """Something was done about it."""
    said = _("Written. Now the citizen only has to be told.")
    return _step(request, wish, ActForm(request.POST), said, _acted)


@page(REGISTER)
@require_POST
def tell(request: PageRequest, wish: str) -> HttpResponse:
    """The citizen was told."""
    return _step(request, wish, TellForm(request.POST), _("Good. The wish has come all the way."), tell_back)


@page(REGISTER)
@require_POST
def close(request: PageRequest, wish: str) -> HttpResponse:
    """It cannot be done."""
    said = _("The wish is closed, with the reason.")
    return _step(request, wish, CloseForm(request.POST), said, close_wish)


def _acted(*, acted_on: Any, **data: Any) -> object:
    return act_on_wish(acted_on=acted_on.isoformat() if acted_on else "", **data)


def _step(
    request: PageRequest, wish: str, form: StepForm, said: str, action: Callable[..., object]
) -> HttpResponse:
    done = run(form, lambda data: action(wish=wish, **data, viewer=request.viewer, at=now()))
    if done is None:
        return _page(request, one_wish(wish=wish, viewer=request.viewer), form)
    messages.success(request, said)
    return redirect("wishes:list")


def _page(request: PageRequest, wish: WishView, sent: StepForm | None = None) -> HttpResponse:
    """The page; `sent` is the form that was refused, with what was typed."""
    shown = card(wish, today())
    first = {"version": wish.version}
    closing = sent if isinstance(sent, CloseForm) else CloseForm(initial=first, auto_id="close-%s")
    going_on = sent if sent is not None and not isinstance(sent, CloseForm) else shown.form
    if going_on is not None and not going_on.is_bound:
        going_on = type(going_on)(initial=first)
    context = {
        "heading": wish.text,
        "card": shown,
        "history": history(wish),
        "form": going_on,
        "closing": closing if wish.is_open else None,
        "closing_sent": closing.is_bound,
        "sent": sent,
    }
    return render(request, "wishes/wish.html", context, status=422 if sent is not None else 200)
