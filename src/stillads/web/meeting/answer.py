"""The phone page: three questions and a free text, without an account."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from stillads.decisions.actions.feedback import Answer, give_feedback
from stillads.decisions.queries.handles import agenda_item
from stillads.decisions.queries.meeting import meeting_by_token
from stillads.decisions.rules import check_can_give_feedback
from stillads.decisions.words import ROLE_OF_ONE
from stillads.kernel.clock import now
from stillads.kernel.rules import NotFound, refusal
from stillads.kernel.viewer import PUBLIC
from stillads.web.shell.access import PageRequest, public_page
from stillads.web.shell.forms import run

from .forms import FeedbackForm, RoleForm

ROLE = "meeting_role"
GIVEN = "meeting_given"


@public_page("the meeting's secret link; open only between two moments")
def choose(request: PageRequest, token: str) -> HttpResponse:
    """Says in which role one answers, then shows the trials. Whoever chooses a role has not answered yet."""
    meeting, page = meeting_by_token(token)
    closed = refusal(check_can_give_feedback, meeting, at=now())
    sent = request.POST if request.method == "POST" else None
    form = RoleForm(sent, initial={"role": request.session.get(ROLE, "")})
    if form.is_valid():
        request.session[ROLE] = form.cleaned_data["role"]
        request.session[GIVEN] = []
        return redirect("meeting:answer", token)
    given = request.session.get(GIVEN, [])
    role = request.session.get(ROLE, "")
    trials = [
        (line.title, reverse("meeting:give", args=[token, line.public_id]), line.public_id in given)
        for line in page.agenda
        if line.phase_id
    ]
    context = {
        "heading": _("Your feedback"),
        "meeting": page,
        "closed": closed,
        "form": form,
        "role": ROLE_OF_ONE.get(role, "") if not request.GET.get("rolle") else "",
        "trials": trials,
        "left": sum(not done for _title, _url, done in trials),
    }
    return render(request, "meeting/choose.html", context)


@public_page("the meeting's secret link; open only between two moments")
def give(request: PageRequest, token: str, item_id: str) -> HttpResponse:
    """Feedback on one trial, once from each phone and role."""
    meeting, page = meeting_by_token(token)
    item = agenda_item(item_id)
    if item.meeting_id != meeting.pk:
        raise NotFound("item of another meeting")
    role = request.session.get(ROLE, "")
    if not role:
        return redirect("meeting:answer", token)
    if item_id in request.session.get(GIVEN, []):
        return _given(request, token, item.title)
    form = FeedbackForm(request.POST or None)
    done = run(
        form,
        lambda data: give_feedback(
            item=item,
            answer=answer_from(data, role),
            idempotency_key=data["idempotency_key"],
            viewer=PUBLIC,
            at=now(),
        ),
    )
    if done:
        given = {*request.session.get(GIVEN, []), item_id}
        request.session[GIVEN] = sorted(given)
        rest = [line.public_id for line in page.agenda if line.phase_id and line.public_id not in given]
        if not rest:
            return redirect("meeting:thanks", token)
        messages.success(request, _("Thank you. Your feedback is saved."))
        return redirect("meeting:answer", token)
    context = {
        "heading": item.title,
        "question": item.phase.trial.question if item.phase else "",
        "constructed": item.constructed,
        "form": form,
        "token": token,
        "closed": refusal(check_can_give_feedback, meeting, at=now()),
    }
    return render(request, "meeting/give.html", context)


def _given(request: PageRequest, token: str, title: str) -> HttpResponse:
    """A second tap changes nothing; whoever comes back is told that the answer is there."""
    if request.method == "POST":
        return redirect("meeting:answer", token)
    return render(request, "meeting/given.html", {"heading": title, "token": token})


@public_page("the meeting's secret link")
def thanks(request: PageRequest, token: str) -> HttpResponse:
    """What the feedback is used for."""
    meeting_by_token(token)
    return render(request, "meeting/thanks.html", {"heading": _("Thank you"), "token": token})


def answer_from(data: dict[str, str], role: str) -> Answer:
    """From a form's cleaned data to an answer."""
    return Answer(
        role=role,
        value=int(data["value"]) if data["value"] else None,
        ready=int(data["ready"]) if data["ready"] else None,
        wish=data["wish"],
        text=data["text"],
    )
