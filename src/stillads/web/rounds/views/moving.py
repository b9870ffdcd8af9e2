"""Moving a round's dates: first what would move, then the deed."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from stillads.kernel.clock import now
from stillads.trials.actions.moves import move_round
from stillads.trials.permissions import MANAGE_ROUNDS
from stillads.trials.queries.round_move import MovePreview, round_move
from stillads.trials.queries.rounds import RoundView, round_of
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.forms import run

from ..forms.rounds import MoveForm
from ..presenters.moving import preview_text


@page(MANAGE_ROUNDS)
def move(request: PageRequest, key: str) -> HttpResponse:
    """The dates as a form. `se` shows what would move; `flyt` moves it."""
    view = round_of(key, viewer=request.viewer)
    form = MoveForm(request.POST or None, initial=view.dates.as_dict())
    preview: MovePreview | None = None
    if request.method == "POST":
        preview = run(
            form, lambda data: round_move(key, form.dates(), carry=data["carry"], viewer=request.viewer)
        )
        if preview is not None and "flyt" in request.POST and _done(request, form, view):
            messages.success(request, _("The round is moved, with all that follows it."))
            return redirect("rounds:plan", key=key)
        if preview is not None:
            form.show({name: day for name, (_was, day) in preview.changes.items() if day})
    context: dict[str, Any] = {
        "round": view,
        "form": form,
        "preview": preview_text(preview) if preview else None,
        "back": reverse("rounds:plan", args=[key]),
    }
    return render(request, "rounds/move.html", context, status=422 if form.is_bound and form.errors else 200)


def _done(request: PageRequest, form: MoveForm, view: RoundView) -> bool:
    moved = run(
        form,
        lambda data: move_round(
            round_=view.key,
            dates=form.dates(),
            carry=data["carry"],
            reason=data["reason"],
            viewer=request.viewer,
            at=now(),
        ),
    )
    return moved is not None
