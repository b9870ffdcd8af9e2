"""What became of all trials."""

from django.http import HttpResponse
from django.shortcuts import render

from stillads.overview.queries.portfolio import portfolio
from stillads.trials.permissions import READ
from stillads.web.shell.access import PageRequest, page

from ..presenters.portfolio import portfolio_page


@page(READ)
def all_trials(request: PageRequest) -> HttpResponse:
    """The page."""
    return render(
        request, "rounds/portfolio.html", {"page": portfolio_page(*portfolio(viewer=request.viewer))}
    )
