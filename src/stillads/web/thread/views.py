"""One page per trial, from workshop to units."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from stillads.kernel.clock import today
from stillads.overview.queries.thread import thread_of_trial, trials_of_idea
from stillads.trials.permissions import READ
from stillads.web.shell.access import PageRequest, page

from .presenters import thread_page


@page(READ)
def trial(request: PageRequest, public_id: str) -> HttpResponse:
    """The thread of a trial."""
    found = thread_of_trial(public_id, viewer=request.viewer, today=today())
    context = {"heading": found.title, "page": thread_page(found, today())}
    return render(request, "thread/trial.html", context)


@page(READ)
def idea(request: PageRequest, public_id: str) -> HttpResponse:
    """The thread of an idea: that of its trial, or the choice between them."""
    trials = trials_of_idea(public_id, viewer=request.viewer)
    if len(trials) == 1:
        return redirect("thread:trial", trials[0][0])
    context = {
        "heading": _("What became of the idea"),
        "trials": [(title, reverse("thread:trial", args=[key])) for key, title in trials],
        "idea_url": reverse("ideas:idea", args=[public_id]),
    }
    return render(request, "thread/idea.html", context)
