"""What the registrations of a round's trials say: each trial's most important measure on one page."""

from django.http import HttpResponse
from django.shortcuts import render

from stillads.analysis.queries.phase_results import primary_results
from stillads.kernel.clock import today
from stillads.trials.permissions import READ
from stillads.trials.queries.phases import phases_of_round
from stillads.trials.queries.rounds import round_of
from stillads.web.shell.access import PageRequest, page

from ..presenters.results import present
from ..presenters.rounds import round_tabs


@page(READ)
def results(request: PageRequest, key: str) -> HttpResponse:
    """A small picture and its sentence for each trial; those that have nothing yet stand below."""
    round_ = round_of(key, viewer=request.viewer)
    phases = phases_of_round(key)
    found = primary_results(phases, viewer=request.viewer, on=today())
    return render(
        request,
        "rounds/results.html",
        {"round": round_, "tabs": round_tabs(key, "rounds:results"), "shown": present(phases, found)},
    )
