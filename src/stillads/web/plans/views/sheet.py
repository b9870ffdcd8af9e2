"""A citizen's plan, read at arm's length; and the one tap that says it was read."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from stillads.capture.actions.plans.reading import mark_read
from stillads.capture.permissions import REGISTER
from stillads.capture.queries.plans.sheet import plan_page
from stillads.kernel.clock import now, today
from stillads.kernel.rules import NotFound
from stillads.web.shell.access import PageRequest, page

from ..presenters import read_by, record_said, share_said, sheet_fields, written


@page(REGISTER)
def show(request: PageRequest, plan: str) -> HttpResponse:
    """The newest version."""
    shown = plan_page(plan=plan, viewer=request.viewer, day=today())
    context = {
        "heading": f"{shown.kind.title}: {shown.pseudonym}",
        "page": shown,
        "fields": sheet_fields(shown),
        "read_by": read_by(shown),
        "written": written(shown),
        "in_record": record_said(shown.kind),
        "shared_with": [(share, share_said(share)) for share in shown.shares if share.now],
    }
    return render(request, "plans/plan.html", context)


@require_POST
@page(REGISTER)
def read(request: PageRequest, plan: str) -> HttpResponse:
    """“I have read it”."""
    number = request.POST.get("version", "")
    if not number.isdecimal() or len(number) > 6:
        raise NotFound("no such version")
    made = mark_read(plan=plan, number=int(number), viewer=request.viewer, at=now())
    shown = plan_page(plan=plan, viewer=request.viewer, day=today())
    if shown.number != made.version.number:
        messages.warning(request, _("A newer version came while you read. What is new stands below."))
        return redirect("plans:versions", plan)
    messages.success(request, _("Thank you. Your colleagues can see that you have read it."))
    return redirect("plans:plan", plan)
