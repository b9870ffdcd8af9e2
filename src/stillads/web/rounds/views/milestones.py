"""Milestones of a round."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from stillads.kernel.clock import now
from stillads.kernel.rules import NotFound
from stillads.trials.actions.milestones import (
    add_milestone,
    edit_milestone,
    finish_milestone,
    remove_milestone,
)
from stillads.trials.permissions import MANAGE_ROUNDS
from stillads.trials.queries.rounds import MilestoneView, round_of
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.form_page import FormText, form_page

from ..forms.rounds import MilestoneForm


@page(MANAGE_ROUNDS)
def new(request: PageRequest, key: str) -> HttpResponse:
    """A new milestone; a day off is warned of on the plan."""
    text = _text(request, key, _("A new milestone"), _("Add the milestone"))

    def act(data: dict[str, Any]) -> object:
        return add_milestone(
            round_=key, title=data["title"], day=data["day"], viewer=request.viewer, at=now()
        )

    return form_page(request, MilestoneForm(request.POST or None), text, act)


@page(MANAGE_ROUNDS)
def edit(request: PageRequest, key: str, milestone: str) -> HttpResponse:
    """Another title or day."""
    found = _milestone(request, key, milestone)
    text = _text(request, key, _("Change the milestone"), _("Save"))
    form = MilestoneForm(request.POST or None, initial={"title": found.title, "day": found.day})

    def act(data: dict[str, Any]) -> object:
        return edit_milestone(
            milestone=milestone, title=data["title"], day=data["day"], viewer=request.viewer, at=now()
        )

    return form_page(request, form, text, act)


@page(MANAGE_ROUNDS)
@require_POST
def finish(request: PageRequest, key: str, milestone: str) -> HttpResponse:
    """Ticks off, or takes the tick away."""
    found = _milestone(request, key, milestone)
    finish_milestone(milestone=milestone, done=found.done_at is None, viewer=request.viewer, at=now())
    return redirect("rounds:plan", key=key)


@page(MANAGE_ROUNDS)
@require_POST
def remove(request: PageRequest, key: str, milestone: str) -> HttpResponse:
    """Takes the milestone away."""
    found = _milestone(request, key, milestone)
    remove_milestone(milestone=milestone, viewer=request.viewer, at=now())
    messages.success(request, _("“%(title)s” is removed.") % {"title": found.title})
    return redirect("rounds:plan", key=key)


def _milestone(request: PageRequest, key: str, milestone: str) -> MilestoneView:
    view = round_of(key, viewer=request.viewer)
    found = next((m for m in view.milestones if m.public_id == milestone), None)
    if found is None:
        raise NotFound(_("There is nothing here by that name."))
    return found


def _text(request: PageRequest, key: str, title: str, button: str) -> FormText:
    view = round_of(key, viewer=request.viewer)
    return FormText(
        title=title, button=button, back=(reverse("rounds:plan", args=[key]), view.title), said=_("Saved.")
    )
