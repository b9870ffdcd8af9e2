"""The trial's own page; beginning, changing and handing over a trial."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from stillads.capture.queries.phase_registrations import phase_registrations
from stillads.documents.plain import to_plain
from stillads.kernel.clock import now, today
from stillads.trials.actions.handover import hand_over
from stillads.trials.actions.trials import create_trial, edit_trial
from stillads.trials.permissions import CREATE, EDIT, READ
from stillads.trials.queries.choices import idea_words
from stillads.trials.queries.figures import figures_of
from stillads.trials.queries.log import log_of
from stillads.trials.queries.playbook import phase_playbook
from stillads.trials.queries.trial_page import TrialPage
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.form_page import FormText, form_page
from stillads.web.shell.instrument_pages import register_links

from ..forms.trial import EditTrialForm, LeadForm, NewTrialForm
from ..presenters.frame import missing_tasks, trial_answer
from ..presenters.next_step import next_step
from ..presenters.playbook import playbook_note
from ..presenters.prediction import prediction_text
from ..presenters.prose import shown
from ..presenters.registrations import so_far
from ..presenters.trial import (
    earlier_phases,
    facts,
    figure_line,
    history,
    idea_links,
    law_warnings,
    link_lines,
    log_line,
    site_line,
    stage_steps,
    window_line,
)
from .frame import context, trial_of, words


@page(READ)
def show(request: PageRequest, trial: str) -> HttpResponse:
    """Question, line, prediction, what we have so far, log."""
    found = trial_of(request, trial)
    more: dict[str, Any] = {
        "answer": trial_answer(found, request.viewer, today()),
        "step": next_step(found),
        "description": shown(found.description),
        "missing": missing_tasks(found, today()),
        "facts": facts(found),
        "law_warnings": law_warnings(found),
        "ideas": idea_links(found),
        "stages": stage_steps(found.stages),
        "links": link_lines(found),
        "history": history(found),
        "registers": register_links(request.viewer, trial=trial),
        **_of_phase(request, found),
    }
    return render(request, "trials/trial.html", context(found, "trial", **more))


def _of_phase(request: PageRequest, found: TrialPage) -> dict[str, Any]:
    phase = found.phase
    if phase is None:
        return {"phase": None}
    ids = (found.public_id, phase.public_id)
    return {
        "phase": phase,
        "playbook": playbook_note(phase_playbook(phase.id, viewer=request.viewer), found),
        "prediction": prediction_text(found.prediction, found.public_id) if found.prediction else None,
        "registered": so_far(phase_registrations(phase.public_id, viewer=request.viewer, today=today())),
        "figures": [figure_line(figure, *ids) for figure in figures_of(phase.id)],
        "log": [log_line(entry, *ids) for entry in log_of(phase.id, viewer=request.viewer, limit=5)],
        "sites": [site_line(site) for site in phase.sites],
        "windows": [window_line(window) for window in phase.windows],
        "open_questions": shown(phase.open_questions),
        "earlier": earlier_phases(found),
    }


@page(CREATE)
def new(request: PageRequest) -> HttpResponse:
    """A new trial; `?ide=` begins it with an idea's words, `?runde=` goes on to plan it there."""
    initial: dict[str, Any] = {}
    idea = request.GET.get("ide", "")
    if idea and (said := idea_words(idea)):
        initial = {"title": said[0], "description": said[1], "ideas": [idea]}
    text = FormText(
        title=_("A new trial"),
        button=_("Begin the trial"),
        back=(reverse("trials:list"), _("All trials")),
        answer=_("A title is enough to begin with. The rest can be written together with the others."),
        said=_("The trial is begun. Next: plan it into a round."),
    )

    def act(data: dict[str, Any]) -> str:
        made = create_trial(**data, viewer=request.viewer, at=now())
        asked = request.GET.get("runde", "")
        return reverse("trials:plan", args=[made.public_id]) + (f"?runde={asked}" if asked else "")

    asked = [idea, *request.POST.getlist("ideas")]
    form = NewTrialForm(request.POST or None, initial=initial, asked=asked)
    return form_page(request, form, text, act)


@page(EDIT)
def edit(request: PageRequest, trial: str) -> HttpResponse:
    """The trial's words."""
    found = trial_of(request, trial)
    initial = {
        "title": found.title,
        "question": found.question,
        "description": to_plain(found.description),
        "theme": found.theme_key,
        "owner_unit": found.unit_public_id,
        "version": found.version,
    }

    def act(data: dict[str, Any]) -> object:
        data.pop("idempotency_key")
        return edit_trial(trial=trial, **data, viewer=request.viewer, at=now())

    form = EditTrialForm(request.POST or None, initial=initial)
    return form_page(request, form, words(found, _("Change the trial"), _("Save")), act)


@page(EDIT)
def lead(request: PageRequest, trial: str) -> HttpResponse:
    """Hands the trial over in one step."""
    found = trial_of(request, trial)
    now_lead = found.lead.name if found.lead else ""
    answer = (
        _("%(name)s leads the trial now.") % {"name": now_lead} if now_lead else _("Nobody leads it yet.")
    )

    def act(data: dict[str, Any]) -> object:
        data.pop("idempotency_key")
        return hand_over(trial=trial, **data, viewer=request.viewer, at=now())

    text = words(
        found, _("Who leads the trial?"), _("Hand over"), answer=answer, said=_("The trial has a new lead.")
    )
    return form_page(request, LeadForm(request.POST or None), text, act)
