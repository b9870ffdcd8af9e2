"""The list that opens a journey of instruments: where they are at work, for those whom the viewer reaches."""

from collections.abc import Callable

from django.http import HttpResponse
from django.shortcuts import render

from stillads.capture.queries.open_instruments import open_instruments
from stillads.kernel.clock import today

from .access import PageRequest
from .instrument_pages import page_of


def places(
    request: PageRequest, kind: str, template: str, answer: Callable[[int], str], empty: tuple[str, str]
) -> HttpResponse:
    """One card per deployment of `kind`, also those that are closed today, with the reason.

    answer  says how many there are; empty: that there is none, and what happens next
    """
    found = open_instruments(viewer=request.viewer, day=today(), also_closed=True)
    mine = [one for one in found if one.kind == kind]
    context = {
        "answer": answer(len(mine)) if mine else "",
        "lines": [(one, page_of(kind, one.deployment)) for one in mine],
        "empty": empty,
    }
    return render(request, template, context)
