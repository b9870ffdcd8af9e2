"""The surveys of a unit, and one of them with its rounds and links."""

from collections.abc import Mapping
from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from stillads.capture.actions.surveys.sending import send_links
from stillads.capture.actions.surveys.waves import agree_with_med
from stillads.capture.permissions import REGISTER, SET_UP
from stillads.capture.queries.surveys.anonymous import anonymous_answers
from stillads.capture.queries.surveys.asked import asked_in
from stillads.capture.queries.surveys.overview import WaveView, survey_page, surveys
from stillads.kernel.clock import now, today
from stillads.kernel.rules import RuleError, type_reason
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.form_page import FormText, form_page

from ..forms import MedForm
from ..presenters import staff
from ..saved import just_saved


@require_safe
@page(REGISTER)
def listing(request: PageRequest) -> HttpResponse:
    """`/spoergeskemaer/`: the surveys at the units one reaches."""
    day = today()
    lines = surveys(viewer=request.viewer, day=day)
    shown = [(line, staff.line_sentence(line, day)) for line in lines]
    return render(request, "surveys/list.html", {"heading": _("Questionnaires and pulse"), "lines": shown})


@require_safe
@page(REGISTER)
def show(request: PageRequest, deployment: str) -> HttpResponse:
    """`/spoergeskemaer/<deployment>/`: how far it is, and every way of answering."""
    day = today()
    survey = survey_page(deployment=deployment, viewer=request.viewer, day=day)
    wave = survey.wave_of(day)
    context = {
        "survey": survey,
        "wave": wave,
        "is_open": bool(wave and wave.is_open(day)),
        "begun": bool(wave and wave.opens_on <= day),
        "answer": staff.answer(survey, day),
        "waves": staff.wave_rows(survey, day),
        "links": staff.link_rows(survey),
        "reminded": staff.reminded(wave) if wave else "",
        "talks": "staff" in survey.survey.channels,
        "saved": just_saved(request, survey),
        "paper": "paper" in survey.survey.channels,
        "by_link": "link" in survey.survey.channels,
        "opens_links": {"open_link", "kiosk"} & set(survey.survey.channels),
        "cannot_send": _cannot_send(survey.may_set_up, wave, day),
        "no_link": _no_link(survey.cannot_link),
    }
    return render(request, "surveys/survey.html", context)


def _cannot_send(may_set_up: bool, wave: WaveView | None, day: date) -> type_reason | None:
    if not may_set_up or wave is None:
        return None
    if not wave.is_open(day):
        return _("The links are sent when the round opens.")
    return wave.cannot_ask


def _no_link(reasons: Mapping[str, type_reason | None]) -> type_reason | None:
    """Why no link at all can be made; None where one of them can."""
    return None if None in reasons.values() else next(iter(reasons.values()))


@page(SET_UP)
def med(request: PageRequest, wave: str) -> HttpResponse:
    """The day on which MED agreed the guidelines."""
    row = asked_in(wave=wave, viewer=request.viewer)
    back = reverse("asking:survey", args=[row.deployment])
    text = FormText(
        title=_("MED's agreement"),
        button=_("Save the day"),
        back=(back, row.survey.title),
        answer=_(
            "Management and employees agree in MED how a survey of staff is held: what for, who sees the answers, "
            "how they are followed up."
        ),
        said=_("The day is saved. The links can be sent."),
    )
    return form_page(
        request,
        MedForm(request.POST or None),
        text,
        lambda data: agree_with_med(wave=wave, day=data["med_agreed_on"], viewer=request.viewer, at=now()),
    )


@require_POST
@page(SET_UP)
def send(request: PageRequest, wave: str) -> HttpResponse:
    """Links and reminders that are due go into the outbox."""
    row = asked_in(wave=wave, viewer=request.viewer)
    try:
        sent = send_links(wave=wave, viewer=request.viewer, at=now())
        said = ngettext("%(n)d e-mail is on its way.", "%(n)d e-mails are on their way.", sent) % {"n": sent}
        messages.success(request, said if sent else _("Everybody has had what is due."))
    except RuleError as refused:
        messages.error(request, str(refused.reason))
    return redirect("asking:survey", row.deployment)


@require_safe
@page(REGISTER)
def answers(request: PageRequest, wave: str) -> HttpResponse:
    """The anonymous answers of a round, when it is over and there are enough."""
    row = asked_in(wave=wave, viewer=request.viewer)
    found = anonymous_answers(wave=wave, viewer=request.viewer, day=today())
    return render(request, "surveys/answers.html", {"page": row, "found": found})
