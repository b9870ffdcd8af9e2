"""One case."""

from django.http import HttpResponse
from django.shortcuts import render

from stillads.capture.permissions import REGISTER
from stillads.capture.queries.cases import case_page
from stillads.kernel.clock import today
from stillads.web.shell.access import PageRequest, page

from ..presenters.case import case_context


@page(REGISTER)
def show(request: PageRequest, case: str) -> HttpResponse:
    """Where it is, who has the ball, what can be done now, what was done."""
    found = case_page(case=case, viewer=request.viewer, day=today())
    return render(request, "cases/case.html", case_context(found, today()))
