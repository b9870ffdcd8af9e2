"""A conversation that staff hold and note on the phone."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from stillads.capture.actions.entries import Recorded
from stillads.capture.actions.surveys.answering import note_conversation
from stillads.capture.actions.surveys.undoing import undo_conversation
from stillads.capture.permissions import REGISTER
from stillads.capture.queries.surveys.asked import asked_in, people_to_talk_with
from stillads.capture.queries.surveys.overview import SurveyPage, survey_page
from stillads.kernel.clock import now, today
from stillads.kernel.rules import NotFound, RuleError
from stillads.playbooks.kinds.survey import WHO_ANSWERED
from stillads.playbooks.questions.multiple_choice import MultipleChoice
from stillads.playbooks.questions.options import Option
from stillads.playbooks.questions.single_choice import SingleChoice
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.answering import AnswerForm, sent
from stillads.web.shell.forms import run

from ..saved import just_saved

TOLD = "resident_was_told"
NOBODY = "ingen"  # a survey of anybody: the conversation is about no participant


@require_safe
@page(REGISTER)
def choose(request: PageRequest, deployment: str) -> HttpResponse:
    """With whom? Those who are missing first."""
    survey, wave = _open(request, deployment)
    if survey.survey.drawn_from == "anybody":
        return redirect("asking:talk", deployment, NOBODY)
    answered = {p.participant for p in asked_in(wave=wave, viewer=request.viewer).people if not p.missing}
    people = people_to_talk_with(wave=wave, viewer=request.viewer)
    context = {
        "survey": survey,
        "waiting": [person for person in people if person.public_id not in answered],
        "done": [person for person in people if person.public_id in answered],
        "saved": just_saved(request, survey),
    }
    return render(request, "surveys/choose.html", context)


@page(REGISTER)
def hold(request: PageRequest, deployment: str, participant: str) -> HttpResponse:
    """The questions, in one page, for one thumb."""
    survey, wave = _open(request, deployment)
    people = people_to_talk_with(wave=wave, viewer=request.viewer)
    person = next((one for one in people if one.public_id == participant), None)
    if participant != NOBODY and person is None:
        raise NotFound("nobody by that name")
    first = (_told(),) if person is not None and person.tell_first else ()
    form = AnswerForm(**sent(request), items=(*first, _who(), *survey.survey.items))
    made = run(form, lambda data: _note(request, deployment, participant, form, data))
    if made is not None:
        back = reverse("asking:survey" if participant == NOBODY else "asking:choose", args=[deployment])
        return redirect(f"{back}?gemt={made.entry.public_id}")
    context = {
        "survey": survey,
        "form": form,
        "name": person.name if person else "",
        "back": reverse("asking:survey" if participant == NOBODY else "asking:choose", args=[deployment]),
    }
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "surveys/talk.html", context, status=status)


@require_POST
@page(REGISTER)
def undo(request: PageRequest, deployment: str, entry: str) -> HttpResponse:
    """Takes the conversation back that was just noted, and the wish with it."""
    try:
        wish_stays = undo_conversation(entry=entry, viewer=request.viewer, at=now())
        said = _("The conversation is undone, and what was noted no longer counts.")
        if wish_stays:
            said += " " + _("The wish stays on the list: somebody has already acted on it.")
        messages.success(request, said)
    except RuleError as refused:
        messages.error(request, str(refused.reason))
    return redirect("asking:survey", deployment)


def _open(request: PageRequest, deployment: str) -> tuple[SurveyPage, str]:
    """The survey and its open wave. NotFound where no conversation can be noted: no link leads here then."""
    day = today()
    survey = survey_page(deployment=deployment, viewer=request.viewer, day=day)
    wave = survey.wave_of(day)
    if wave is None or not wave.is_open(day) or "staff" not in survey.survey.channels:
        raise NotFound(_("No round is open. Look at the questionnaire's page."))
    return survey, wave.public_id


def _who() -> SingleChoice:
    """Staff are there: that is what is ticked until somebody says otherwise."""
    asked = WHO_ANSWERED.model_copy(update={"default": "with_staff"})
    assert isinstance(asked, SingleChoice)  # noqa: S101  (a copy of one)
    return asked


def _told() -> MultipleChoice:
    """A resident who has not been asked anything before hears first what it is for."""
    return MultipleChoice(
        key=TOLD,
        text=_("Before you begin"),
        options=(
            Option(key="yes", text=_("I have told what the answers are used for, and the resident joins in")),
        ),
        required=True,
        help=_("Does the resident not want to? Then note nothing, and choose “Does not answer” on the list."),
    )


def _note(
    request: PageRequest, deployment: str, participant: str, form: AnswerForm, data: dict[str, Any]
) -> Recorded:
    raw = dict(form.raw)
    who = (raw.pop(WHO_ANSWERED.key, None) or [""])[0]
    told = bool(raw.pop(TOLD, None))
    return note_conversation(
        deployment=deployment,
        participant="" if participant == NOBODY else participant,
        raw=raw,
        answered_by=who,
        key=data["idempotency_key"],
        told=told,
        viewer=request.viewer,
        at=now(),
    )
