"""What needs me today."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from stillads.kernel.clock import today as calendar_today
from stillads.organisation.permissions import SIGNED_IN
from stillads.overview.queries.today import today_page
from stillads.web.shell.access import PageRequest, page

from .presenters import start_page


@page(SIGNED_IN)
def today(request: PageRequest) -> HttpResponse:
    """The start page of everybody who works here; committee and council go to the rounds."""
    shown = start_page(today_page(request.viewer, calendar_today()), request.viewer, calendar_today())
    if shown.elsewhere:
        return redirect(shown.elsewhere)
    return render(request, "start/today.html", {"heading": shown.heading, "page": shown})
