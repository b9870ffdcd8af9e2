"""The plan on paper, on one page, and as text for the care record."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from stillads.booklet.rendering import fonts
from stillads.capture.hand_over import fitted_hand_over, hand_over_of
from stillads.capture.permissions import REGISTER
from stillads.capture.plan_text import as_text
from stillads.capture.queries.plans.sheet import plan_page
from stillads.kernel.clock import today
from stillads.kernel.rules import RuleError
from stillads.web.shell.access import PageRequest, page


@page(REGISTER)
def paper(request: PageRequest, plan: str) -> HttpResponse:
    """The hand-over sheet as it will be printed; where it is too long that is said, and nothing is printed."""
    shown = plan_page(plan=plan, viewer=request.viewer, day=today())
    size, refused = "", ""
    try:
        size = f"{fitted_hand_over(shown, fonts=fonts()).size:.0f}"
    except RuleError as error:
        refused = str(error.reason)
    context = {
        "heading": _("Hand-over sheet: %(who)s") % {"who": shown.pseudonym},
        "page": shown,
        "sheet": hand_over_of(shown),
        "size": size,
        "refused": refused,
    }
    return render(request, "plans/paper.html", context)


@page(REGISTER)
def pdf(request: PageRequest, plan: str) -> HttpResponse:
    """The same as PDF."""
    shown = plan_page(plan=plan, viewer=request.viewer, day=today())
    made = fitted_hand_over(shown, fonts=fonts())
    answer = HttpResponse(made.pdf, content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="plan-{shown.plan}-{shown.number}.pdf"'
    return answer


@page(REGISTER)
def copying(request: PageRequest, plan: str) -> HttpResponse:
    """The plan as plain text."""
    shown = plan_page(plan=plan, viewer=request.viewer, day=today())
    context = {
        "heading": _("Copy to Nexus: %(who)s") % {"who": shown.pseudonym},
        "page": shown,
        "text": as_text(shown.kind, shown.texts, shown.links),
    }
    return render(request, "plans/copying.html", context)
