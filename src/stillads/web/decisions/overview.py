"""A round on its way from evaluation to decision, on one page."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import ngettext

from stillads.decisions.permissions import DECIDE, FOLLOW_UP, READ, WRITE_ITEM
from stillads.decisions.queries.hearing import hearing_steps, open_bodies
from stillads.decisions.queries.items import PhaseToDecide, items_of_round, phases_to_decide
from stillads.decisions.queries.meeting import meeting_of_round
from stillads.decisions.rules import can_see_item
from stillads.decisions.words import HEARING_STATES, ITEM_TYPES
from stillads.organisation.policy import may
from stillads.trials.lookup import round_by
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.navigation import round_trail

from .presenters import phase_card

ITEM_STATES = {"draft": lazy("draft"), "submitted": lazy("submitted"), "decided": lazy("decided")}


@page(READ)
def show(request: PageRequest, round_key: str) -> HttpResponse:
    """Meeting, hearing, item, decisions: what is done and what is missing."""
    round_ = round_by(round_key)
    phases = phases_to_decide(round_.pk)
    steps = hearing_steps(round_.pk)
    context = {
        "heading": _("Decision, round %(key)s") % {"key": round_key},
        "round": round_,
        "trail": round_trail(request.viewer, round_key),
        "here": _("Decision"),
        "said": _answer(phases),
        "meeting": meeting_of_round(round_key),
        "steps": [(step, HEARING_STATES[step.state]) for step in steps],
        "open_bodies": open_bodies(round_.pk),
        "items": [
            (item, str(ITEM_TYPES[item.type]), ITEM_STATES[item.state])
            for item in items_of_round(round_.pk)
            if can_see_item(request.viewer, item.state)
        ],
        "phases": [phase_card(phase) for phase in phases],
        "may_write": may(request.viewer, WRITE_ITEM),
        "may_tick": may(request.viewer, FOLLOW_UP),
        "may_decide": may(request.viewer, DECIDE),
    }
    return render(request, "decisions/round.html", context)


def _answer(phases: list[PhaseToDecide]) -> str:
    if not phases:
        return _("There are no trials in this round yet.")
    missing = sum(phase.open_parts for phase in phases)
    if not missing:
        return _("Everything has been decided.")
    return ngettext("%(n)d decision is missing.", "%(n)d decisions are missing.", missing) % {"n": missing}
