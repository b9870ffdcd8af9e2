"""A round's booklet on the way to publication."""

from django.http import HttpResponse
from django.shortcuts import render

from stillads.booklet.compiling.changes import with_changes
from stillads.booklet.permissions import READ
from stillads.booklet.queries.overview import booklet_overview
from stillads.kernel.clock import today
from stillads.web.shell.access import PageRequest, page

from ..presenters.overview import present


@page(READ)
def overview(request: PageRequest, key: str) -> HttpResponse:
    """What is there, what is missing per trial, the editions."""
    found = with_changes(booklet_overview(key, viewer=request.viewer), today=today())
    shown = present(found, request.viewer)
    return render(request, "booklet/overview.html", {"shown": shown})
