"""What waits at the viewer's units, by role; and what came of those that ended lately."""

from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from stillads.capture.permissions import REGISTER
from stillads.capture.queries.cases import lately_ended, worklist
from stillads.capture.queries.open_instruments import open_instruments
from stillads.kernel.clock import today
from stillads.web.shell.access import PageRequest, page

from ..presenters.lists import filters, row, waiting_sentence

_LATELY = timedelta(days=14)


@page(REGISTER)
def worklist_page(request: PageRequest) -> HttpResponse:
    """Open cases, the longest overdue first."""
    day, unit, role = today(), request.GET.get("enhed", ""), request.GET.get("rolle", "")
    found = worklist(viewer=request.viewer)
    shown = [line for line in found if unit in ("", line.unit) and role in ("", line.role)]
    by_unit, by_role = filters(found, unit, role)
    context = {
        "heading": _("Cases"),
        "answer": waiting_sentence(shown, day),
        "rows": [row(line, day) for line in shown],
        "by_unit": by_unit,
        "by_role": by_role,
        "ended": [row(line, day) for line in lately_ended(viewer=request.viewer, since=day - _LATELY)],
        "places": [r for r in open_instruments(viewer=request.viewer, day=day) if r.kind == "case"],
    }
    return render(request, "cases/list.html", context)
