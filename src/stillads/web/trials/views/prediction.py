"""The prediction: written, locked, amended."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from stillads.analysis.queries.planning import plans_of
from stillads.kernel.clock import now, today
from stillads.kernel.dates import format_date
from stillads.kernel.rules import NotFound
from stillads.trials.actions.amendments import (
    add_late_criterion,
    amend_criterion,
    amend_decision_rule,
    amend_evaluation_date,
    withdraw_criterion,
)
from stillads.trials.actions.prediction import (
    add_criterion,
    edit_criterion,
    go_without_prediction,
    lock_prediction,
    remove_criterion,
    set_decision_rule,
)
from stillads.trials.permissions import EDIT, READ
from stillads.trials.queries.phases import PhaseView
from stillads.trials.queries.prediction import CriterionView, PredictionView, prediction_of
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.form_page import form_page

from ..forms.prediction import ASKED, AmendDayForm, AmendRuleForm, ConfirmForm, CriterionForm, RuleForm
from ..forms.trial import ReasonForm
from ..presenters.planning import plan_text
from ..presenters.prediction import prediction_text
from .frame import context, phase_url, with_phase, words


@page(READ)
def prediction(request: PageRequest, trial: str, phase: str) -> HttpResponse:
    """All expectations, the rule, the day; and whether it is locked."""
    found, row = with_phase(request, trial, phase)
    view = prediction_of(row.id)
    more = {
        "phase": row,
        "prediction": prediction_text(view, trial, {} if view.locked_at else _plans(request, row)),
        "answer": _answer(view, row),
        "lock_refused": _lock_refused(view, row, found.edit_refusal),
        "too_late": today() >= row.start and not view.locked_at,
        "amendable": view.locked_at is not None and row.state not in {"evaluated", "decided"},
        "open": view.locked_at is None and row.state in {"draft", "ready"},
    }
    return render(request, "trials/prediction.html", context(found, "prediction", **more))


def _plans(request: PageRequest, row: PhaseView) -> dict[str, str]:
    layout, plans = plans_of(row.id, viewer=request.viewer)
    return {key: plan_text(found, layout) for key, found in plans.items()} if layout else {}


@page(EDIT)
def criterion_new(request: PageRequest, trial: str, phase: str) -> HttpResponse:
    """One expectation more; after the lock it is marked as late, with a reason."""
    found, row = with_phase(request, trial, phase)
    late = prediction_of(row.id).locked_at is not None
    text = words(found, _("What do you expect?"), _("Save"), to=phase_url("prediction", found, row))
    form = CriterionForm(request.POST or None, amending=late)

    def act(data: dict[str, Any]) -> object:
        said, key = form.said(data), data["idempotency_key"]
        if late:
            return add_late_criterion(
                phase=phase,
                said=said,
                reason=data["reason"],
                idempotency_key=key,
                viewer=request.viewer,
                at=now(),
            )
        return add_criterion(
            phase=phase, criterion=said, idempotency_key=key, viewer=request.viewer, at=now()
        )

    return form_page(request, form, text, act)


@page(EDIT)
def criterion(request: PageRequest, trial: str, phase: str, criterion: str) -> HttpResponse:
    """Changes an expectation, or amends it once it is locked."""
    found, row = with_phase(request, trial, phase)
    held = _criterion(row, criterion)
    amending = held.locked_at is not None
    title = _("Amend the expectation") if amending else _("Change the expectation")
    answer = _("What was locked stays on the page, beside the amendment.") if amending else ""
    text = words(found, title, _("Save"), to=phase_url("prediction", found, row), answer=answer)
    initial = {name: getattr(held, name) for name in (*ASKED, "worse")}
    form = CriterionForm(request.POST or None, initial=initial, amending=amending)

    def act(data: dict[str, Any]) -> object:
        said = form.said(data, like=held)
        if not amending:
            return edit_criterion(criterion=criterion, said=said, viewer=request.viewer, at=now())
        key = data["idempotency_key"]
        return amend_criterion(
            criterion=criterion,
            said=said,
            reason=data["reason"],
            idempotency_key=key,
            viewer=request.viewer,
            at=now(),
        )

    return form_page(request, form, text, act)


@page(EDIT)
def criterion_remove(request: PageRequest, trial: str, phase: str, criterion: str) -> HttpResponse:
    """Removes an open expectation; takes a locked one away, with a reason."""
    found, row = with_phase(request, trial, phase)
    held = _criterion(row, criterion)
    back = phase_url("prediction", found, row)
    if held.locked_at is None:
        if request.method == "POST":
            remove_criterion(criterion=criterion, viewer=request.viewer, at=now())
            messages.success(request, _("“%(title)s” is removed.") % {"title": held.what})
        return redirect(back)
    text = words(
        found,
        _("Take the expectation away"),
        _("Take it away"),
        to=back,
        kind="warning",
        answer=_("“%(what)s” stays on the page with your reason, but no longer counts.")
        % {"what": held.what},
    )

    def act(data: dict[str, Any]) -> object:
        return withdraw_criterion(criterion=criterion, reason=data["reason"], viewer=request.viewer, at=now())

    return form_page(request, ReasonForm(request.POST or None), text, act)


@page(EDIT)
def rule(request: PageRequest, trial: str, phase: str) -> HttpResponse:
    """The decision rule and the day, or an amendment of the rule once it is locked."""
    found, row = with_phase(request, trial, phase)
    view = prediction_of(row.id)
    text = words(found, _("Decision rule and day"), _("Save"), to=phase_url("prediction", found, row))
    if view.locked_at:
        return form_page(
            request,
            AmendRuleForm(request.POST or None, initial={"decision_rule": view.decision_rule}),
            text,
            lambda data: amend_decision_rule(
                phase=phase,
                decision_rule=data["decision_rule"],
                reason=data["reason"],
                viewer=request.viewer,
                at=now(),
            ),
        )
    initial = {
        "decision_rule": view.decision_rule,
        "evaluation_date": view.evaluation_date,
        "version": view.version,
    }

    def act(data: dict[str, Any]) -> object:
        data.pop("idempotency_key")
        return set_decision_rule(phase=phase, **data, viewer=request.viewer, at=now())

    return form_page(request, RuleForm(request.POST or None, initial=initial), text, act)


@page(EDIT)
def amend_day(request: PageRequest, trial: str, phase: str) -> HttpResponse:
    """Another evaluation date after the lock."""
    found, row = with_phase(request, trial, phase)
    text = words(found, _("Another evaluation date"), _("Save"), to=phase_url("prediction", found, row))

    def act(data: dict[str, Any]) -> object:
        return amend_evaluation_date(
            phase=phase, day=data["day"], reason=data["reason"], viewer=request.viewer, at=now()
        )

    form = AmendDayForm(request.POST or None, initial={"day": row.evaluation_date})
    return form_page(request, form, text, act)


@page(EDIT)
def lock(request: PageRequest, trial: str, phase: str) -> HttpResponse:
    """Locks the prediction, after a page that says what that means."""
    found, row = with_phase(request, trial, phase)
    view = prediction_of(row.id)
    text = words(
        found,
        _("Lock the prediction"),
        _("Lock it"),
        to=phase_url("prediction", found, row),
        answer=_(
            "After this nothing is written over. What you change later stands beside it, with the reason."
        ),
        said=_("The prediction is locked. It runs from %(date)s.") % {"date": format_date(row.start)},
        refused=_lock_refused(view, row, found.edit_refusal),
    )
    return form_page(
        request,
        ConfirmForm(request.POST or None),
        text,
        lambda data: lock_prediction(phase=phase, viewer=request.viewer, at=now()),
        template="trials/lock.html",
        context={"prediction": prediction_text(view, trial)},
    )


@page(EDIT)
def without(request: PageRequest, trial: str, phase: str) -> HttpResponse:
    """Says why nothing is predicted."""
    found, row = with_phase(request, trial, phase)
    text = words(
        found,
        _("Without a prediction"),
        _("Go on without"),
        to=phase_url("prediction", found, row),
        kind="warning",
        answer=_("The reason stands on every page where the prediction would have stood."),
        said=_("The trial goes on without a prediction."),
    )

    def act(data: dict[str, Any]) -> object:
        return go_without_prediction(phase=phase, reason=data["reason"], viewer=request.viewer, at=now())

    return form_page(request, ReasonForm(request.POST or None), text, act)


def _criterion(row: PhaseView, criterion: str) -> CriterionView:
    found = next((c for c in prediction_of(row.id).criteria if c.public_id == criterion), None)
    if found is None:
        raise NotFound(_("There is nothing here by that name."))
    return found


def _answer(view: PredictionView, row: PhaseView) -> str:
    if view.locked_at and view.amended:
        return _("The prediction is locked, and has been amended since.")
    if view.locked_at:
        return _("The prediction is locked. It is settled on %(date)s.") % {
            "date": format_date(view.evaluation_date) if view.evaluation_date else "–"
        }
    if view.without:
        return _("There is no prediction: %(reason)s") % {"reason": view.without}
    if row.state not in {"draft", "ready"}:
        return _("There is no prediction for this trial.")
    if today() >= row.start:
        return _(
            "Day 1 has been, and nothing was locked. Write why there is no prediction; the trial waits for it."
        )
    return _("Write down what you expect, and lock it before day 1: %(date)s.") % {
        "date": format_date(row.start)
    }


def _lock_refused(view: PredictionView, row: PhaseView, edit_refusal: object) -> object:
    if edit_refusal:
        return edit_refusal
    if view.locked_at:
        return _("The prediction is locked already.")
    if today() >= row.start:
        return _("Day 1 has come. A prediction must be locked before; write instead why there is none.")
    return " ".join(view.lacks) or None
