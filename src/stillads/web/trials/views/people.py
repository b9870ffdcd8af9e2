"""Who takes part."""

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stillads.kernel.clock import now
from stillads.kernel.rules import NotFound
from stillads.trials.actions.participants import enrol, set_participation
from stillads.trials.permissions import PARTICIPANTS
from stillads.trials.queries.participants import ParticipantsPage, participants_of
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.form_page import FormText, form_page

from ..forms.log import AnswerForm, EnrolForm
from ..presenters.people import participant_line
from .frame import context, phase_url, with_phase, words


@page(PARTICIPANTS)
def participants(request: PageRequest, trial: str, phase: str) -> HttpResponse:
    """Participants at the viewer's places, and the form that enrols one more."""
    found, row = with_phase(request, trial, phase)
    held = participants_of(phase, viewer=request.viewer)
    refused = None if held.sites else _("Nobody can be enrolled from your unit.")
    text = FormText(
        title=_("Participants"),
        button=_("Enrol"),
        back=(phase_url("participants", found, row), found.title),
        said=_("Enrolled."),
        refused=refused,
        answer=_answer(held),
    )

    def act(data: dict[str, Any]) -> object:
        return enrol(phase=phase, **data, viewer=request.viewer, at=now())

    form = EnrolForm(
        request.POST or None,
        sites=list(held.sites),
        residents=list(held.residents),
        initial={"state": "participates"},
    )
    lines = [participant_line(person, trial, phase) for person in held.participants]
    more = context(found, "participants", phase=row, lines=lines)
    return form_page(request, form, text, act, template="trials/participants.html", context=more)


@page(PARTICIPANTS)
def participant(request: PageRequest, trial: str, phase: str, participant: str) -> HttpResponse:
    """What a participant, or the one who speaks for them, has answered now."""
    found, row = with_phase(request, trial, phase)
    held = participants_of(phase, viewer=request.viewer)
    person = next((p for p in held.participants if p.public_id == participant), None)
    if person is None:
        raise NotFound(_("There is nothing here by that name."))
    text = words(
        found,
        person.pseudonym,
        _("Save"),
        to=phase_url("participants", found, row),
        answer=participant_line(person, trial, phase).now,
        refused=None,
    )

    def act(data: dict[str, Any]) -> object:
        data.pop("idempotency_key")
        return set_participation(participant=participant, **data, viewer=request.viewer, at=now())

    initial = {"state": person.now.state, "spoken_by": person.now.spoken_by} if person.now else {}
    return form_page(request, AnswerForm(request.POST or None, initial=initial), text, act)


def _answer(held: ParticipantsPage) -> str:
    if not held.taking_part and held.expected is None:
        return _("Nobody takes part yet.")
    said = ngettext("One takes part", "%(n)d take part", held.taking_part) % {"n": held.taking_part}
    if held.expected is None:
        return f"{said}."
    return _("%(said)s of %(expected)d expected.") % {"said": said, "expected": held.expected}
