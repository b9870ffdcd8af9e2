"""What waits at a unit, and a citizen's own list."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from stillads.capture.permissions import REGISTER
from stillads.capture.queries.open_instruments import open_instruments
from stillads.capture.queries.wishes import citizens_wishes, open_wishes
from stillads.kernel.clock import today
from stillads.web.shell.access import PageRequest, page

from ..presenters import card, units_of, waiting_sentence


@page(REGISTER)
def waiting(request: PageRequest) -> HttpResponse:
    """The open wishes of the viewer's units, the longest overdue first; each with its next step."""
    found, chosen = open_wishes(viewer=request.viewer), request.GET.get("enhed", "")
    shown = [wish for wish in found if chosen in ("", wish.unit)]
    places = [row for row in open_instruments(viewer=request.viewer, day=today()) if row.kind == "wishes"]
    context = {
        "heading": _("Wishes"),
        "answer": waiting_sentence(shown, today()),
        "cards": [card(wish, today()) for wish in shown],
        "units": units_of(found, chosen),
        "places": places,
    }
    return render(request, "wishes/list.html", context)


@page(REGISTER)
def citizen(request: PageRequest, participant: str) -> HttpResponse:
    """Everything that a citizen has wished, whichever trial heard it."""
    held = citizens_wishes(participant=participant, viewer=request.viewer)
    still = [wish for wish in held.wishes if wish.is_open]
    context = {
        "heading": _("Wishes of %(name)s") % {"name": held.pseudonym},
        "answer": waiting_sentence(still, today()),
        "unit_name": held.unit_name,
        "cards": [card(wish, today()) for wish in held.wishes],
    }
    return render(request, "wishes/citizen.html", context)
