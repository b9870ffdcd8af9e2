"""Figures typed by hand."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from stillads.kernel.clock import now, today
from stillads.kernel.rules import NotFound
from stillads.trials.actions.figures import add_figure, correct_figure
from stillads.trials.permissions import EDIT, READ
from stillads.trials.queries.figures import FigureView, figures_of
from stillads.trials.queries.phases import PhaseView
from stillads.trials.queries.prediction import prediction_of
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.form_page import form_page

from ..forms.figures import FigureForm
from ..presenters.trial import figure_line
from .frame import context, phase_url, with_phase, words

_SAME = ("label", "value", "unit", "numerator", "denominator", "before", "method", "source", "dated")
_MORE = ("period_first", "period_last", "site", "perspective", "estimate", "published_by_source")


@page(READ)
def figures(request: PageRequest, trial: str, phase: str) -> HttpResponse:
    """Every figure with method, source and date; those taken away among them."""
    found, row = with_phase(request, trial, phase)
    lines = [figure_line(f, trial, phase) for f in figures_of(row.id, with_withdrawn=True)]
    return render(request, "trials/figures.html", context(found, "figures", phase=row, lines=lines))


@page(EDIT)
def figure_new(request: PageRequest, trial: str, phase: str) -> HttpResponse:
    """One figure more."""
    found, row = with_phase(request, trial, phase)
    text = words(
        found,
        _("A new figure"),
        _("Save the figure"),
        to=phase_url("figures", found, row),
        answer=_("A figure counts only with how, where and when it was counted."),
    )
    form = FigureForm(request.POST or None, initial={"dated": today()}, criteria=_criteria(row))

    def act(data: dict[str, Any]) -> object:
        key = data["idempotency_key"]
        return add_figure(
            phase=phase, figure=form.said(data), idempotency_key=key, viewer=request.viewer, at=now()
        )

    return form_page(request, form, text, act)


@page(EDIT)
def figure_correct(request: PageRequest, trial: str, phase: str, figure: str) -> HttpResponse:
    """Corrects a figure by a newer one; the old one stays."""
    found, row = with_phase(request, trial, phase)
    held = _figure(row, figure)
    initial: dict[str, Any] = {name: getattr(held, name) for name in (*_SAME, *_MORE)}
    initial["criterion"] = held.criterion_public_id
    text = words(
        found,
        _("Correct the figure"),
        _("Save the correction"),
        to=phase_url("figures", found, row),
        answer=_("The old figure stays and can be seen, with the reason."),
    )
    form = FigureForm(request.POST or None, initial=initial, criteria=_criteria(row), correcting=True)

    def act(data: dict[str, Any]) -> object:
        return correct_figure(
            figure=figure,
            said=form.said(data, constructed=held.constructed),
            reason=data["reason"],
            withdrawn=data["withdrawn"],
            idempotency_key=data["idempotency_key"],
            viewer=request.viewer,
            at=now(),
        )

    return form_page(request, form, text, act)


def _criteria(row: PhaseView) -> list[tuple[str, str]]:
    return [(c.public_id, f"{c.what}: {c.expected_text}") for c in prediction_of(row.id).counting]


def _figure(row: PhaseView, figure: str) -> FigureView:
    found = next((f for f in figures_of(row.id, with_withdrawn=True) if f.public_id == figure), None)
    if found is None:
        raise NotFound(_("There is nothing here by that name."))
    return found
