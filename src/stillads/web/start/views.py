"""What needs me today."""

from django.http import HttpResponse
from django.shortcuts import render

from stillads.kernel.clock import today as calendar_today
from stillads.organisation.permissions import SIGNED_IN
from stillads.overview.queries.today import today_page
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.instrument_pages import register_links

from .presenters import start_page


@page(SIGNED_IN)
def today(request: PageRequest) -> HttpResponse:
    """The start page of everybody: what needs them, what runs at their place, what there is to read."""
    shown = start_page(today_page(request.viewer, calendar_today()), request.viewer, calendar_today())
    registers = register_links(request.viewer)
    return render(
        request, "start/today.html", {"heading": shown.heading, "page": shown, "registers": registers}
    )
