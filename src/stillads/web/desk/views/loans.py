"""What is lent, and the list of those to remind."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from stillads.capture.actions.desk.loans import remind
from stillads.capture.permissions import REGISTER
from stillads.capture.queries.desk.shelf import loans_page
from stillads.kernel.clock import now, today
from stillads.web.shell.access import PageRequest, page

from ..presenters.queue import desk_tabs
from ..presenters.shelf import loan_line, loans_answer


@page(REGISTER)
def loans(request: PageRequest, deployment: str) -> HttpResponse:
    """All that is to come back, the most overdue first."""
    place, found = loans_page(deployment=deployment, viewer=request.viewer, day=today())
    context = {
        "place": place,
        "answer": loans_answer(found),
        "lines": [loan_line(loan, place) for loan in found],
        "tabs": desk_tabs(deployment, "desk:loans"),
    }
    return render(request, "desk/loans.html", context)


@require_POST
@page(REGISTER)
def reminded(request: PageRequest, deployment: str, loan: str) -> HttpResponse:
    """Somebody was called or written to."""
    remind(loan=loan, viewer=request.viewer, at=now())
    messages.success(request, _("It is noted that you have reminded."))
    return redirect("desk:loans", deployment)
