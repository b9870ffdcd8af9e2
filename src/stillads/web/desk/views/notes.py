"""What was fitted, and what the drivers say of a delivery."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from stillads.capture.actions.entries import Said, register
from stillads.capture.permissions import REGISTER
from stillads.capture.queries.choices import catalogue_at
from stillads.capture.queries.desk.notes import notes_page
from stillads.capture.queries.desk.place import place_of
from stillads.kernel.clock import now
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.answering import AnswerForm, sent
from stillads.web.shell.form_page import FormText, form_page

from ..presenters.notes import note_row, notes_answer
from ..presenters.queue import desk_tabs


@page(REGISTER)
def noted(request: PageRequest, deployment: str) -> HttpResponse:
    """What was fitted and how deliveries went, the newest first."""
    place, lines = notes_page(deployment=deployment, viewer=request.viewer)
    context = {
        "place": place,
        "lines": [note_row(line) for line in lines],
        "answer": notes_answer(lines),
        "tabs": desk_tabs(deployment, "desk:notes"),
    }
    return render(request, "desk/notes.html", context)


@page(REGISTER)
def fitting(request: PageRequest, deployment: str) -> HttpResponse:
    """What was fitted to somebody."""
    return _note(
        request, deployment, "fitting", _("Note what was fitted"), _("Thank you. What was fitted is noted.")
    )


@page(REGISTER)
def delivery(request: PageRequest, deployment: str) -> HttpResponse:
    """How a delivery went: the drivers' word, wrong deliveries too."""
    return _note(request, deployment, "delivery", _("How did the delivery go?"), _("Thank you. It is noted."))


def _note(request: PageRequest, deployment: str, form_key: str, title: str, said: str) -> HttpResponse:
    place = place_of(deployment=deployment, viewer=request.viewer)
    text = FormText(
        title=title,
        button=_("Save"),
        back=(reverse("desk:notes", args=[deployment]), _("Notes")),
        said=said,
    )
    offered = {"catalogue_item": catalogue_at(deployment=deployment)}
    form = AnswerForm(**sent(request), items=place.desk.forms()[form_key], offered=offered)

    def act(data: dict[str, Any]) -> object:
        return register(
            deployment=deployment, said=Said(form=form_key, raw=form.raw, key=data["idempotency_key"]),
            viewer=request.viewer, at=now(),
        )  # fmt: skip

    return form_page(request, form, text, act, template="desk/asking.html")
