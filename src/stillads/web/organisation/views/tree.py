"""The front: the tree of units as it stands on a day."""

from django.http import HttpResponse
from django.shortcuts import render

from stillads.kernel.clock import today
from stillads.kernel.dates import format_date
from stillads.organisation.permissions import IMPORT, PEOPLE, READ
from stillads.organisation.policy import may
from stillads.organisation.queries.units import unit_tree
from stillads.organisation.rules import can_manage
from stillads.web.shell.access import PageRequest, page

from ..presenters.tree import branches
from .days import asked_day


@page(READ)
def tree(request: PageRequest) -> HttpResponse:
    """All units of the day asked for."""
    day = asked_day(request)
    rows = unit_tree(viewer=request.viewer, on=day)
    context = {
        "branches": branches(rows),
        "count": len(rows),
        "day": day.isoformat(),
        "day_said": format_date(day),
        "is_today": day == today(),
        "can_manage": can_manage(request.viewer),
        "can_import": may(request.viewer, IMPORT),
        "sees_people": may(request.viewer, PEOPLE),
    }
    return render(request, "organisation/tree.html", context)
