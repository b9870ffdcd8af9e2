"""What can be registered at my unit today."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from stillads.capture.queries.load import load_of_unit
from stillads.capture.queries.open_instruments import open_instruments
from stillads.kernel.clock import today
from stillads.web.shell.access import PageRequest
from stillads.web.shell.worklists import worklists

from ..hand import owner_of, register_page
from ..presenters.start import start_page


@require_safe
@cache_control(private=True, no_cache=True)
@register_page
def start(request: PageRequest) -> HttpResponse:
    """`/registrer/`: what is open as buttons, and below it what is not, with the reason."""
    rows = open_instruments(viewer=request.viewer, day=today(), also_closed=True)
    loads = {row.unit: load_of_unit(unit=row.unit, day=today()) for row in rows}
    page = start_page(rows, loads if len(loads) <= 3 else {}, request.viewer)
    more = {"page": page, "owner": owner_of(request), "lists": worklists(request.viewer)}
    answer = render(request, "register/start.html", more)
    answer["X-Stillads-Keep"] = "1"
    return answer
