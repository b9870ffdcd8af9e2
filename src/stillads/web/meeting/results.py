"""Feedback by role, with the disagreement left in; and its freezing."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from stillads.decisions.actions.feedback import freeze_meeting
from stillads.decisions.permissions import PLAN_MEETING, READ
from stillads.decisions.queries.handles import meeting_handle
from stillads.decisions.queries.meeting import feedback_by_item, meeting_of_round
from stillads.decisions.rules import check_can_freeze
from stillads.kernel.clock import now
from stillads.kernel.rules import NotFound, refusal
from stillads.organisation.policy import may
from stillads.web.shell.access import PageRequest, page

from .presenters import agenda_answer, item_result


@page(READ)
def show(request: PageRequest, round_key: str) -> HttpResponse:
    """What each role said of each trial."""
    meeting = meeting_of_round(round_key)
    if meeting is None:
        raise NotFound("no meeting")
    context = {
        "heading": _("Feedback from the welfare meeting"),
        "meeting": meeting,
        "said": agenda_answer(meeting, now()),
        "items": [item_result(item) for item in feedback_by_item(meeting.pk)],
        "may_plan": may(request.viewer, PLAN_MEETING),
        "freeze_refused": refusal(check_can_freeze, meeting_handle(round_key), at=now()),
    }
    return render(request, "meeting/results.html", context)


@page(PLAN_MEETING)
@require_POST
def freeze(request: PageRequest, round_key: str) -> HttpResponse:
    """Freezes the feedback as the basis of decision."""
    freeze_meeting(meeting=meeting_handle(round_key), viewer=request.viewer, at=now())
    return redirect("meeting:results", round_key)
