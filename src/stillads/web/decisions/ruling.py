"""Recording the decision on a trial, part by part."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from stillads.decisions.permissions import DECIDE
from stillads.decisions.queries.decisions import decisions_of_phases
from stillads.decisions.queries.handles import decision_handle
from stillads.decisions.queries.parts import part_by
from stillads.decisions.queries.rounds import planned_rounds
from stillads.decisions.rules import check_can_decide
from stillads.kernel.clock import now, today
from stillads.kernel.rules import refusal
from stillads.organisation.policy import STAFF
from stillads.organisation.queries.people import people_choices
from stillads.organisation.queries.units import unit_choices, units_by_public_id
from stillads.overview.actions.decide import Ruling, decide_and_follow
from stillads.trials.lookup import person_by, phase_by
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.forms import run

from .forms import RulingForm


@page(DECIDE)
def decide_whole(request: PageRequest, phase_id: str) -> HttpResponse:
    """Decides a trial whose recommendation has no parts."""
    return _decide(request, phase_id, "")


@page(DECIDE)
def decide_part(request: PageRequest, phase_id: str, part_id: str) -> HttpResponse:
    """Decides one part."""
    return _decide(request, phase_id, part_id)


def _decide(request: PageRequest, phase_id: str, part_id: str) -> HttpResponse:
    phase = phase_by(phase_id)
    part = part_by(phase.pk, part_id) if part_id else None
    standing = _standing(phase.pk, part_id)
    initial: dict[str, Any] = {"decided_on": phase.round.committee_meeting or today()}
    if part is not None:
        initial |= {"outcome": part.proposal, "wording": part.text}
    form = RulingForm(
        request.POST or None,
        initial=initial,
        people=people_choices(on=today(), roles=STAFF),
        units=unit_choices(on=today()),
        rounds=planned_rounds(),
    )
    done = run(
        form,
        lambda data: decide_and_follow(
            phase=phase,
            part=part.row if part else None,
            ruling=Ruling(
                outcome=data["outcome"],
                wording=data["wording"],
                reason=data["reason"],
                owner=person_by(data["owner"] or None),
                deadline=data["deadline"],
                review_on=data["review_on"],
                spread_to=units_by_public_id(data["spread_to"]),
                next_round=data["next_round"],
            ),
            decided_on=data["decided_on"],
            replaces=decision_handle(standing) if standing else None,
            idempotency_key=data["idempotency_key"],
            viewer=request.viewer,
            at=now(),
        ),
    )
    if done:
        messages.success(request, _("The decision is recorded, and those who gave the idea are told."))
        return redirect("decisions:round", phase.round.key)
    context = {
        "heading": phase.trial.title,
        "form": form,
        "round_key": phase.round.key,
        "part": part.text if part else "",
        "standing": standing,
        "refused": refusal(check_can_decide, phase),
    }
    return render(request, "decisions/decide.html", context)


def _standing(phase_id: int, part_id: str) -> str:
    lines = decisions_of_phases([phase_id]).get(phase_id, [])
    return next((line.public_id for line in lines if line.part_public_id == part_id), "")
