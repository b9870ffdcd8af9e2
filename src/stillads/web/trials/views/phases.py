"""Phases of a trial: planned, changed, taken a step on, followed by the next."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from stillads.documents.plain import to_plain
from stillads.kernel.clock import now
from stillads.kernel.rules import NotFound
from stillads.trials.actions.next_phase import draft_next_phase
from stillads.trials.actions.phases import edit_phase, plan_phase, step_phase
from stillads.trials.actions.sites import SiteInput
from stillads.trials.permissions import EDIT
from stillads.trials.queries.prediction import prediction_of
from stillads.trials.states import PHASE
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.form_page import form_page

from ..forms.phase import NextForm, PhaseForm, PlanForm
from ..forms.trial import ReasonForm
from .frame import trial_of, with_phase, words


@page(EDIT)
def plan(request: PageRequest, trial: str) -> HttpResponse:
    """Plans the trial into a round, at places."""
    found = trial_of(request, trial)
    text = words(
        found,
        _("Plan into a round"),
        _("Plan it"),
        answer=_("The phase takes the round's days; they can be changed afterwards."),
        said=_("The phase is planned. Next: write what you expect, before day 1."),
    )

    def act(data: dict[str, Any]) -> str:
        made = plan_phase(
            trial=trial,
            round_=data["round_"],
            sites=[SiteInput(unit) for unit in data["sites"]],
            expected_citizens=data["expected_citizens"],
            expected_employees=data["expected_employees"],
            viewer=request.viewer,
            at=now(),
        )
        return reverse("trials:prediction", args=[trial, made.public_id])

    form = PlanForm(request.POST or None, initial={"round_": request.GET.get("runde", "")})
    return form_page(request, form, text, act)


@page(EDIT)
def edit(request: PageRequest, trial: str, phase: str) -> HttpResponse:
    """Days of its own, numbers, open questions."""
    found, row = with_phase(request, trial, phase)
    initial = {
        "start": row.start if row.own_dates else None,
        "end": row.end if row.own_dates else None,
        "baseline_start": row.baseline_start,
        "expected_citizens": row.expected_citizens,
        "expected_employees": row.expected_employees,
        "participants_note": row.participants_note,
        "open_questions": to_plain(row.open_questions),
        "version": row.version,
    }

    def act(data: dict[str, Any]) -> object:
        data.pop("idempotency_key")
        return edit_phase(phase=phase, **data, viewer=request.viewer, at=now())

    form = PhaseForm(request.POST or None, initial=initial)
    return form_page(request, form, words(found, _("Days and numbers"), _("Save")), act)


@page(EDIT)
def step(request: PageRequest, trial: str, phase: str, target: str) -> HttpResponse:
    """Stops a phase before time, or takes a stopped one to its evaluation."""
    found, row = with_phase(request, trial, phase)
    known = PHASE.step(row.state, target)
    if known is None or target not in {"stopped", "evaluating", "running"}:
        raise NotFound(_("There is nothing here by that name."))
    text = words(
        found,
        _("The phase becomes “%(state)s”") % {"state": PHASE.states[target]},
        _("Take the step"),
        kind="warning" if target == "stopped" else "primary",
        answer=_("It is “%(state)s” now.") % {"state": row.state_text},
    )

    def act(data: dict[str, Any]) -> object:
        return step_phase(
            phase=phase, target=target, reason=data.get("reason", ""), viewer=request.viewer, at=now()
        )

    form = ReasonForm(request.POST or None)
    if not known.needs_reason:
        del form.fields["reason"]
    return form_page(request, form, text, act)


@page(EDIT)
def next_phase(request: PageRequest, trial: str, phase: str) -> HttpResponse:
    """Drafts the next phase from what was not answered."""
    found, row = with_phase(request, trial, phase)
    criteria = [(c.public_id, c.what) for c in prediction_of(row.id).counting]
    text = words(
        found,
        _("Draft the next phase"),
        _("Draft it"),
        answer=_("Places and open expectations come along; nothing is locked."),
        said=_("The next phase is drafted. Look the expectations over before you lock them."),
    )

    def act(data: dict[str, Any]) -> str:
        made = draft_next_phase(
            phase=phase,
            round_=data["round_"],
            answered=data.get("answered", []),
            viewer=request.viewer,
            at=now(),
        )
        return reverse("trials:prediction", args=[trial, made.public_id])

    return form_page(request, NextForm(request.POST or None, criteria=criteria), text, act)
