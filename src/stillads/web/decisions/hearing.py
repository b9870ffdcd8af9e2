"""Recording a step of the hearing."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from stillads.decisions.actions.hearing import take_hearing_step
from stillads.decisions.permissions import WRITE_ITEM
from stillads.kernel.clock import now, today
from stillads.trials.lookup import round_by
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.forms import run

from .forms import HearingForm


@page(WRITE_ITEM)
def step(request: PageRequest, round_key: str) -> HttpResponse:
    """One dated step for one body."""
    round_ = round_by(round_key)
    form = HearingForm(request.POST or None, initial={"day": today()})
    done = run(
        form,
        lambda data: take_hearing_step(
            round_=round_, body=data["body"], state=data["state"], day=data["day"], text=data["text"],
            viewer=request.viewer, at=now(),
        ),
    )  # fmt: skip
    if done:
        return redirect("decisions:round", round_key)
    context = {"heading": _("Hearing"), "form": form, "round": round_}
    return render(request, "decisions/hearing.html", context)
