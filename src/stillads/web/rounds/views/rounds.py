"""Rounds: the list, a new one, the plan of one, its steps."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from stillads.booklet.permissions import IMPORT
from stillads.kernel.clock import now, today
from stillads.kernel.rules import NotFound
from stillads.organisation.policy import may
from stillads.trials.actions.rounds import create_round, rename_round, step_round
from stillads.trials.permissions import MANAGE_ROUNDS, READ
from stillads.trials.queries.rounds import round_of, rounds_list
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.form_page import FormText, form_page

from ..forms.rounds import RenameForm, RoundForm, StepForm
from ..presenters.rounds import (
    TONES,
    calendar_warnings,
    date_lines,
    decided_when,
    list_answer,
    milestone_lines,
    move_lines,
    round_line,
    round_tabs,
)


@page(READ)
def round_list(request: PageRequest) -> HttpResponse:
    """All rounds, the newest first."""
    rows = rounds_list(viewer=request.viewer)
    context = {
        "lines": [round_line(row) for row in rows],
        "answer": list_answer(rows),
        "may_manage": may(request.viewer, MANAGE_ROUNDS),
        "may_import": may(request.viewer, IMPORT),
    }
    return render(request, "rounds/list.html", context)


@page(MANAGE_ROUNDS)
def new(request: PageRequest) -> HttpResponse:
    """A new round."""
    text = FormText(
        title=_("A new round"),
        button=_("Make the round"),
        back=(reverse("rounds:list"), _("All rounds")),
        answer=_("Only number, title and day 1 are needed. The rest is filled in and can be moved later."),
        said=_("The round is made. Look the calendar over, then plan trials into it."),
    )

    def act(data: dict[str, Any]) -> str:
        made = create_round(**data, viewer=request.viewer, at=now())
        return reverse("rounds:plan", args=[made.key])

    return form_page(request, RoundForm(request.POST or None), text, act)


@page(READ)
def plan(request: PageRequest, key: str) -> HttpResponse:
    """The round's dates, milestones, steps and earlier moves."""
    view = round_of(key, viewer=request.viewer)
    context = {
        "round": view,
        "tone": TONES[view.state],
        "tabs": round_tabs(key, "rounds:plan"),
        "dates": date_lines(view),
        "warnings": [] if view.dates.end < today() else calendar_warnings(view.summer_days, {}),
        "milestones": milestone_lines(view),
        "moves": move_lines(view),
        "decided_when": decided_when(view),
        "may_manage": may(request.viewer, MANAGE_ROUNDS),
    }
    return render(request, "rounds/plan.html", context)


@page(MANAGE_ROUNDS)
def rename(request: PageRequest, key: str) -> HttpResponse:
    """Another title for the round."""
    view = round_of(key, viewer=request.viewer)
    text = FormText(
        title=_("Rename the round"),
        button=_("Save"),
        back=(reverse("rounds:plan", args=[key]), view.title),
        said=_("Saved."),
    )
    form = RenameForm(request.POST or None, initial={"title": view.title})
    return form_page(
        request,
        form,
        text,
        lambda data: rename_round(round_=key, title=data["title"], viewer=request.viewer, at=now()),
    )


@page(MANAGE_ROUNDS)
def step(request: PageRequest, key: str, target: str) -> HttpResponse:
    """Takes the round to its next state, with a reason where one is needed."""
    view = round_of(key, viewer=request.viewer)
    known = {state: (word, needs) for state, word, needs in view.next_states}
    if target not in known:
        raise NotFound(_("There is nothing here by that name."))
    word, needs_reason = known[target]
    text = FormText(
        title=_("The round becomes “%(state)s”") % {"state": word},
        button=_("Take the step"),
        back=(reverse("rounds:plan", args=[key]), view.title),
        answer=_("It is “%(state)s” now.") % {"state": view.state_text},
        said=_("The round is now “%(state)s”.") % {"state": word},
    )
    form = StepForm(request.POST or None, needs_reason=needs_reason)
    return form_page(
        request,
        form,
        text,
        lambda data: step_round(
            round_=key, target=target, reason=data.get("reason", ""), viewer=request.viewer, at=now()
        ),
    )
