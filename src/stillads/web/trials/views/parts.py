"""Stages and links of a trial."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from stillads.kernel.clock import now
from stillads.kernel.rules import NotFound
from stillads.trials.actions.links import link_trials, unlink_trials
from stillads.trials.actions.stages import StageInput, add_stage, edit_stage
from stillads.trials.permissions import EDIT, READ
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.form_page import form_page

from ..forms.trial import LinkForm, StageForm
from ..presenters.trial import stage_rows
from .frame import context, trial_of, words


@page(READ)
def stages(request: PageRequest, trial: str) -> HttpResponse:
    """All stages with how far each is and what it waits for."""
    found = trial_of(request, trial)
    return render(request, "trials/stages.html", context(found, "trial", rows=stage_rows(found)))


@page(EDIT)
def stage_new(request: PageRequest, trial: str) -> HttpResponse:
    """One stage more."""
    found = trial_of(request, trial)
    text = words(found, _("A new stage"), _("Add the stage"), to=reverse("trials:stages", args=[trial]))

    def act(data: dict[str, Any]) -> object:
        return add_stage(trial=trial, stage=_stage(data), viewer=request.viewer, at=now())

    return form_page(request, StageForm(request.POST or None), text, act)


@page(EDIT)
def stage_edit(request: PageRequest, trial: str, stage: str) -> HttpResponse:
    """How far a stage is now."""
    found = trial_of(request, trial)
    row = next((each for each in found.stages if each.public_id == stage), None)
    if row is None:
        raise NotFound(_("There is nothing here by that name."))
    initial = {name: getattr(row, name) for name in StageInput.__dataclass_fields__}
    text = words(found, row.title, _("Save"), to=reverse("trials:stages", args=[trial]))

    def act(data: dict[str, Any]) -> object:
        return edit_stage(stage=stage, said=_stage(data), viewer=request.viewer, at=now())

    return form_page(request, StageForm(request.POST or None, initial=initial), text, act)


@page(EDIT)
def link(request: PageRequest, trial: str) -> HttpResponse:
    """Links the trial to another."""
    found = trial_of(request, trial)
    text = words(found, _("Link to another trial"), _("Link the two"))

    def act(data: dict[str, Any]) -> object:
        data.pop("idempotency_key")
        return link_trials(trial=trial, **data, viewer=request.viewer, at=now())

    form = LinkForm(request.POST or None, trial=trial, viewer=request.viewer)
    return form_page(request, form, text, act)


@page(EDIT)
@require_POST
def unlink(request: PageRequest, trial: str, other: str) -> HttpResponse:
    """Takes a link away."""
    unlink_trials(trial=trial, other=other, viewer=request.viewer, at=now())
    messages.success(request, _("The two are no longer linked."))
    return redirect("trials:trial", trial=trial)


def _stage(data: dict[str, Any]) -> StageInput:
    return StageInput(**{name: data[name] for name in StageInput.__dataclass_fields__})
