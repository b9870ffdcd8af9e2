"""The cards of a unit, one citizen's card, and taking a movement back."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from stillads.capture.actions.accounts.spending import spend, take_back
from stillads.capture.permissions import REGISTER
from stillads.capture.queries.accounts.balances import balance_lists, balance_page
from stillads.kernel.clock import now, today
from stillads.kernel.rules import NotFound
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.answering import AnswerForm, sent
from stillads.web.shell.form_page import FormText, form_page
from stillads.web.shell.forms import run

from .forms import BackForm
from .presenters import balance_said, lines_of, movement_said, rule_said


@page(REGISTER)
def index(request: PageRequest) -> HttpResponse:
    """By unit."""
    lists = balance_lists(viewer=request.viewer, day=today())
    context = {
        "heading": _("Cards"),
        "lists": [(made, rule_said(made.kind), lines_of(made)) for made in lists],
    }
    return render(request, "balances/list.html", context)


@page(REGISTER)
def card(request: PageRequest, account: str) -> HttpResponse:
    """What is on it, using it, and what it was used for."""
    shown = balance_page(account=account, viewer=request.viewer)
    form = AnswerForm(**sent(request), items=shown.kind.forms()["spend"])
    done = run(
        form,
        lambda data: spend(
            account=account, raw=form.raw, key=data["idempotency_key"], viewer=request.viewer, at=now()
        ),
    ) if request.method == "POST" else None  # fmt: skip
    if done is not None:
        messages.success(request, _("It is used. The rest stays on the card."))
        return redirect("balances:card", account)
    context = {
        "heading": f"{shown.kind.title}: {shown.pseudonym}",
        "page": shown,
        "said": balance_said(shown),
        "rule": rule_said(shown.kind),
        "form": form,
        "movements": [(move, *movement_said(move, shown.kind.unit)) for move in shown.movements],
    }
    return render(request, "balances/card.html", context, status=422 if form.errors else 200)


@page(REGISTER)
def back(request: PageRequest, account: str, entry: str) -> HttpResponse:
    """Takes one movement back, with the reason."""
    shown = balance_page(account=account, viewer=request.viewer)
    move = next((move for move in shown.movements if move.entry == entry), None)
    if move is None:
        raise NotFound("no such movement")
    day, what, _by = movement_said(move, shown.kind.unit)
    text = FormText(
        _("Take the movement back"), _("Take the movement back"),
        (reverse("balances:card", args=[account]), shown.pseudonym),
        f"{day}: {what}", _("It is taken back, and the card is put right."), "warning",
    )  # fmt: skip

    def act(data: dict[str, Any]) -> bool:
        take_back(entry=entry, reason=data["reason"], viewer=request.viewer, at=now())
        return True

    return form_page(request, BackForm(request.POST or None), text, act)
