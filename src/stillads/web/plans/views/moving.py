"""A citizen's text moved from elsewhere: pasted, sorted, looked through, saved."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from stillads.capture.permissions import REGISTER
from stillads.capture.plan_pasting import sort_pasted
from stillads.capture.queries.plans.sheet import PlanStart, plan_start
from stillads.web.shell.access import PageRequest, page

from ..forms import MoveForm, PasteForm
from .writing import write_page


@page(REGISTER)
def move(request: PageRequest, deployment: str, participant: str) -> HttpResponse:
    """First the text, then how it was sorted; saved from there."""
    start = plan_start(deployment=deployment, participant=participant, viewer=request.viewer)
    if start.plan:
        return redirect("plans:write", start.plan)
    if request.method == "POST" and "text" not in request.POST:
        form = MoveForm(request.POST, kind=start.kind)
        return write_page(request, form, deployment, participant, _text(start), "plans/sorted.html")
    pasted = PasteForm(request.POST or None)
    if pasted.is_valid():
        return _sorted(request, start, pasted)
    status = 422 if pasted.errors else 200
    return render(request, "plans/paste.html", {**_text(start), "form": pasted}, status=status)


def _sorted(request: PageRequest, start: PlanStart, pasted: PasteForm) -> HttpResponse:
    """What went where, in boxes that can be changed. Nothing is saved yet."""
    told = sort_pasted(start.kind, pasted.cleaned_data["text"])
    initial = {**told.fields, "left": told.left, "moved_from": pasted.cleaned_data["moved_from"]}
    form = MoveForm(kind=start.kind, initial=initial)
    answer = _("Look it through: %(n)d of %(all)d fields got text. Nothing is saved yet.") % {
        "n": len(told.fields),
        "all": len(start.kind.fields),
    }
    return render(
        request, "plans/sorted.html", {**_text(start), "form": form, "answer": answer, "left": told.left}
    )


def _text(start: PlanStart) -> dict[str, object]:
    return {
        "heading": _("Move to the plan: %(who)s") % {"who": start.pseudonym},
        "back": (reverse("plans:list"), _("Plans")),
    }
