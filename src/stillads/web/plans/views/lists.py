"""The plans of the units that the reader works at, and those that are shared with them."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from stillads.capture.permissions import REGISTER
from stillads.capture.queries.plans.overview import plan_lists
from stillads.kernel.clock import today
from stillads.web.shell.access import PageRequest, page

from ..presenters import line_said, lists_said, moved_said


@page(REGISTER)
def index(request: PageRequest) -> HttpResponse:
    """Citizens under their pseudonyms, by unit."""
    lists = plan_lists(viewer=request.viewer, day=today())
    context = {
        "heading": _("Plans"),
        "answer": lists_said(lists),
        "lists": [
            (made, moved_said(made), [(line, line_said(line)) for line in made.lines]) for made in lists
        ],
    }
    return render(request, "plans/list.html", context)
