"""The action list under a decision."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from stillads.decisions.actions.follow_up import add_action, tick_action
from stillads.decisions.permissions import DECIDE, FOLLOW_UP
from stillads.decisions.queries.handles import action_handle, decision_handle
from stillads.kernel.clock import now, today
from stillads.organisation.policy import STAFF
from stillads.organisation.queries.people import people_choices
from stillads.organisation.queries.units import unit_choices
from stillads.trials.lookup import person_by, unit_by
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.forms import run

from .forms import ActionForm


@page(DECIDE)
def add(request: PageRequest, public_id: str) -> HttpResponse:
    """Adds one thing to do."""
    decision = decision_handle(public_id)
    form = ActionForm(
        request.POST or None, people=people_choices(on=today(), roles=STAFF), units=unit_choices(on=today())
    )
    done = run(
        form,
        lambda data: add_action(
            decision=decision, what=data["what"], owner=person_by(data["owner"] or None),
            unit=unit_by(data["unit"] or None), due=data["due"], viewer=request.viewer, at=now(),
        ),
    )  # fmt: skip
    round_key = decision.phase.round.key
    if done:
        return redirect("decisions:round", round_key)
    context = {"heading": decision.phase.trial.title, "form": form, "round_key": round_key}
    return render(request, "decisions/add_action.html", context)


@page(FOLLOW_UP)
@require_POST
def tick(request: PageRequest, public_id: str) -> HttpResponse:
    """Ticks an action off, or opens it again, and goes back to where one was."""
    action = action_handle(public_id)
    done = request.POST.get("done") == "1"
    tick_action(action=action, done=done, viewer=request.viewer, at=now())
    back = request.POST.get("back", "")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts=None):
        back = "/"
    return redirect(back)
