"""Merging, dropping and taking up a trial."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from stillads.kernel.clock import now
from stillads.trials.actions.trial_ends import drop_trial, merge_trials, take_up_again
from stillads.trials.permissions import EDIT
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.form_page import form_page

from ..forms.trial import MergeForm, ReasonForm
from .frame import trial_of, words


@page(EDIT)
def merge(request: PageRequest, trial: str) -> HttpResponse:
    """Merges the trial into another; it stays, with a link to where it lives on."""
    found = trial_of(request, trial)
    text = words(
        found,
        _("Merge into another trial"),
        _("Merge"),
        kind="warning",
        answer=_("Its ideas go along, and a phase that runs is stopped. The trial itself stays to be read."),
        said=_("The trial lives on here."),
    )

    def act(data: dict[str, Any]) -> str:
        data.pop("idempotency_key")
        made = merge_trials(trial=trial, **data, viewer=request.viewer, at=now())
        return reverse("trials:trial", args=[made.public_id])

    form = MergeForm(request.POST or None, trial=trial, viewer=request.viewer)
    return form_page(request, form, text, act)


@page(EDIT)
def drop(request: PageRequest, trial: str) -> HttpResponse:
    """Drops the trial, with a reason that stays."""
    found = trial_of(request, trial)
    text = words(
        found,
        _("Drop the trial"),
        _("Drop the trial"),
        kind="warning",
        answer=_("A phase that runs is stopped. What was learnt is kept and can still be written down."),
        said=_("The trial is dropped. What was learnt is kept."),
    )

    def act(data: dict[str, Any]) -> object:
        return drop_trial(trial=trial, reason=data["reason"], viewer=request.viewer, at=now())

    return form_page(request, ReasonForm(request.POST or None), text, act)


@page(EDIT)
def take_up(request: PageRequest, trial: str) -> HttpResponse:
    """A dropped trial is a draft again."""
    found = trial_of(request, trial)
    refused = None if found.state == "dropped" else _("The trial is not dropped.")
    text = words(found, _("Take the trial up again"), _("Take it up"), refused=refused)

    def act(data: dict[str, Any]) -> object:
        return take_up_again(trial=trial, reason=data["reason"], viewer=request.viewer, at=now())

    return form_page(request, ReasonForm(request.POST or None), text, act)
