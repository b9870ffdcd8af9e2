"""Merging the ideas that were ticked in the list."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from stillads.ideas.actions import merge_ideas
from stillads.ideas.permissions import TRIAGE
from stillads.ideas.queries import Picked, picked_ideas, themes, units
from stillads.kernel.clock import now, today
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.forms import run

from .. import presenters
from ..forms.staff import WordsForm


@require_http_methods(["GET", "HEAD", "POST"])
@page(TRIAGE)
def merge(request: PageRequest) -> HttpResponse:
    """`/ideer/laeg-sammen/?idea=…&idea=…`: several become one; the words can be changed first."""
    names = request.POST.getlist("idea") or request.GET.getlist("idea")
    picked = picked_ideas(names, viewer=request.viewer)
    offered: dict[str, Any] = {"themes": themes(on=today()), "units": units(on=today())}
    form = WordsForm(request.POST or None, initial=_first_words(picked), **offered)
    if request.method == "POST" and (made := run(form, lambda data: _merge(request, names, data))):
        messages.success(request, _("The ideas have been merged. Those who gave them are told."))
        return redirect("ideas:idea", public_id=made.public_id)
    shown = {
        "form": form,
        "ideas": [(presenters.shown_row(row), text) for row, text in picked.rows],
        "refusal": picked.merge_refusal,
    }
    return render(request, "ideas/merge.html", shown, status=422 if request.method == "POST" else 200)


def _first_words(picked: Picked) -> dict[str, str]:
    if not picked.rows:
        return {}
    texts = dict.fromkeys(text for _row, text in picked.rows)
    return {
        "title": picked.rows[0][0].title,
        "text": "\n\n".join(texts)[:4000],
        "theme": picked.theme,
        "unit": picked.unit,
    }


def _merge(request: PageRequest, names: list[str], data: dict[str, Any]) -> Any:
    words = {name: data[name] for name in ("title", "text", "theme", "unit", "idempotency_key")}
    return merge_ideas(ideas=names, viewer=request.viewer, at=now(), **words)
