"""A conversation that staff hold and note on the phone."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from stillads.capture.actions.surveys.answering import note_conversation
from stillads.capture.permissions import REGISTER
from stillads.capture.queries.surveys.asked import asked_in, people_to_talk_with
from stillads.capture.queries.surveys.overview import SurveyPage, survey_page
from stillads.kernel.clock import now, today
from stillads.kernel.rules import NotFound
from stillads.playbooks.kinds.survey import WHO_ANSWERED
from stillads.playbooks.questions.single_choice import SingleChoice
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.answering import AnswerForm
from stillads.web.shell.forms import run

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
        "waiting": [person for person in people if person[0] not in answered],
        "done": [person for person in people if person[0] in answered],
    }
    return render(request, "surveys/choose.html", context)


@page(REGISTER)
def hold(request: PageRequest, deployment: str, participant: str) -> HttpResponse:
    """The questions, in one page, for one thumb."""
    survey, wave = _open(request, deployment)
    names = dict(people_to_talk_with(wave=wave, viewer=request.viewer))
    if participant != NOBODY and participant not in names:
        raise NotFound("nobody by that name")
    form = AnswerForm(request.POST or None, items=(_who(), *survey.survey.items))
    made = run(form, lambda data: _note(request, deployment, participant, form, data))
    if made is not None:
        messages.success(
            request, _("The conversation is saved. %(used_for)s") % {"used_for": survey.survey.used_for}
        )
        return redirect("asking:survey" if participant == NOBODY else "asking:choose", deployment)
    context = {
        "survey": survey,
        "form": form,
        "name": names.get(participant, ""),
        "back": reverse("asking:survey" if participant == NOBODY else "asking:choose", args=[deployment]),
    }
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "surveys/talk.html", context, status=status)


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


def _note(
    request: PageRequest, deployment: str, participant: str, form: AnswerForm, data: dict[str, Any]
) -> object:
    raw = dict(form.raw)
    who = (raw.pop(WHO_ANSWERED.key, None) or [""])[0]
    return note_conversation(
        deployment=deployment,
        participant="" if participant == NOBODY else participant,
        raw=raw,
        answered_by=who,
        key=data["idempotency_key"],
        viewer=request.viewer,
        at=now(),
    )
