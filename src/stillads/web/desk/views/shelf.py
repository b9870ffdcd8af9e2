"""The shelf, more copies, and the labels to print."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from stillads.capture.actions.desk.items import add_items
from stillads.capture.permissions import REGISTER
from stillads.capture.queries.desk.shelf import shelf_page
from stillads.kernel.clock import now, today
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.form_page import FormText, form_page

from ..forms import AddForm
from ..presenters.queue import desk_tabs
from ..presenters.shelf import label_of, shelf_answer, shelf_line


@page(REGISTER)
def shelf(request: PageRequest, deployment: str) -> HttpResponse:
    """Every line of the catalogue with its copies."""
    place, lines = shelf_page(deployment=deployment, viewer=request.viewer, day=today())
    context = {
        "place": place,
        "answer": shelf_answer(lines),
        "lines": [shelf_line(line) for line in lines],
        "tabs": desk_tabs(deployment, "desk:shelf"),
    }
    return render(request, "desk/shelf.html", context)


@page(REGISTER)
def add(request: PageRequest, deployment: str) -> HttpResponse:
    """More copies of a line."""
    place, lines = shelf_page(deployment=deployment, viewer=request.viewer, day=today())
    text = FormText(
        title=_("Put more on the shelf"),
        button=_("Put on the shelf"),
        back=(reverse("desk:shelf", args=[place.deployment]), _("The shelf")),
        said=_("They stand on the shelf. Print their labels."),
    )
    form = AddForm(request.POST or None, lines=[(line.key, line.title) for line in lines])

    def act(data: dict[str, Any]) -> object:
        return add_items(
            deployment=deployment, line=data["line"], count=data["count"], viewer=request.viewer, at=now()
        )

    return form_page(request, form, text, act)


@page(REGISTER)
def labels(request: PageRequest, deployment: str) -> HttpResponse:
    """A sheet of labels, one for every copy that is still in use."""
    place, lines = shelf_page(deployment=deployment, viewer=request.viewer, day=today())
    found = [label_of(item, place) for line in lines for item in line.items if item.state != "gone"]
    return render(request, "desk/labels.html", {"place": place, "labels": found})
