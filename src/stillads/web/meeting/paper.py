"""Paper: a sheet to hand out, and the page where sheets are typed in afterwards."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from stillads.decisions.actions.feedback import type_paper_feedback
from stillads.decisions.permissions import PLAN_MEETING, TYPE_PAPER
from stillads.decisions.queries.handles import agenda_item, meeting_handle
from stillads.decisions.queries.meeting import meeting_of_round
from stillads.decisions.rules import check_can_type_paper
from stillads.decisions.words import ROLE_OF_ONE, WISHES
from stillads.kernel.clock import now
from stillads.kernel.rules import NotFound, refusal
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.forms import run

from .answer import answer_from
from .forms import PaperForm


@page(PLAN_MEETING)
def sheet(request: PageRequest, round_key: str) -> HttpResponse:
    """One printed sheet per trial with the same questions as the phone."""
    meeting = meeting_of_round(round_key)
    if meeting is None:
        raise NotFound("no meeting")
    context = {
        "heading": _("Sheets for the welfare meeting"),
        "meeting": meeting,
        "trials": [line for line in meeting.agenda if line.phase_id],
        "roles": list(ROLE_OF_ONE.values()),
        "wishes": list(WISHES.values()),
        "scale": range(1, 6),
    }
    return render(request, "meeting/sheet.html", context)


@page(TYPE_PAPER)
def type_in(request: PageRequest, round_key: str) -> HttpResponse:
    """One sheet after the other; the trial stays chosen for the next one."""
    meeting = meeting_of_round(round_key)
    if meeting is None:
        raise NotFound("no meeting")
    items = [(line.public_id, line.title) for line in meeting.agenda if line.phase_id]
    form = PaperForm(request.POST or None, items=items, initial={"item": request.GET.get("punkt", "")})
    done = run(
        form,
        lambda data: type_paper_feedback(
            item=agenda_item(data["item"]),
            answer=answer_from(data, data["role"]),
            idempotency_key=data["idempotency_key"],
            viewer=request.viewer,
            at=now(),
        ),
    )
    if done:
        messages.success(request, _("The sheet is saved. The next one can be typed in."))
        return redirect(f"{request.path}?punkt={done.item.public_id}")
    context = {
        "heading": _("Type in a sheet"),
        "form": form,
        "meeting": meeting,
        "closed": refusal(check_can_type_paper, meeting_handle(round_key)),
    }
    return render(request, "meeting/type_in.html", context)
