"""What was noted at a place, the notes themselves with the guide beside, and the overview by theme."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stillads.capture.actions.interviews import note_session
from stillads.capture.permissions import REGISTER
from stillads.capture.queries.interviews import InterviewPage, interview_page
from stillads.kernel.clock import now
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.answering import AnswerForm
from stillads.web.shell.form_page import FormText, form_page
from stillads.web.shell.places import places

from ..presenters import place_answer, session_line, session_title, theme_line


@page(REGISTER)
def place_list(request: PageRequest) -> HttpResponse:
    """The places where conversations are noted."""
    return places(
        request,
        "interview",
        "interviews/list.html",
        lambda n: ngettext("One place where conversations are noted.", "%(n)d places where conversations are noted.", n)
        % {"n": n},
        (
            _("Conversations are noted at none of your places."),
            _("It comes here when a trial that uses it begins."),
        ),
    )  # fmt: skip


@page(REGISTER)
def place(request: PageRequest, deployment: str) -> HttpResponse:
    """Its sessions, the newest first."""
    held = interview_page(deployment=deployment, viewer=request.viewer)
    lines = [session_line(one, held) for one in held.sessions]
    context = {"page": held, "heading": held.definition.title, "answer": place_answer(held), "lines": lines}
    return render(request, "interviews/place.html", context)


@page(REGISTER)
def themes(request: PageRequest, deployment: str) -> HttpResponse:
    """What was said about each theme."""
    held = interview_page(deployment=deployment, viewer=request.viewer)
    context = {
        "page": held,
        "answer": place_answer(held),
        "lines": [theme_line(theme, held) for theme in held.themes()],
    }
    return render(request, "interviews/themes.html", context)


@page(REGISTER)
def new(request: PageRequest, deployment: str) -> HttpResponse:
    """Notes of a new session."""
    held = interview_page(deployment=deployment, viewer=request.viewer)
    text = FormText(
        title=_("New notes"),
        button=_("Save the notes"),
        back=(reverse("interviews:place", args=[deployment]), held.definition.title),
        answer=_("Write what is said and seen. No names: afterwards you mark the passages that matter."),
        said=_("The notes are saved. Now mark the passages that matter."),
    )
    return _notes(request, held, text, None, "")


@page(REGISTER)
def correct(request: PageRequest, deployment: str, session: str) -> HttpResponse:
    """The notes of a session, corrected; its passages stay."""
    held = interview_page(deployment=deployment, viewer=request.viewer)
    one = held.session(session)
    text = FormText(
        title=_("Correct the notes"),
        button=_("Save the notes"),
        back=(reverse("interviews:session", args=[deployment, session]), session_title(one, held)),
        said=_("The notes are saved."),
    )
    given = {"held_on": one.held_on.isoformat(), "people": one.people, "notes": one.notes}
    return _notes(request, held, text, given, session)


def _notes(
    request: PageRequest, held: InterviewPage, text: FormText, given: dict[str, Any] | None, session: str
) -> HttpResponse:
    form = AnswerForm(request.POST or None, items=held.definition.forms()["session"], given=given)

    def act(data: dict[str, Any]) -> str:
        made = note_session(
            deployment=held.deployment, raw=form.raw, key=data["idempotency_key"], session=session,
            viewer=request.viewer, at=now(),
        )  # fmt: skip
        return reverse("interviews:session", args=[held.deployment, session or made.entry.public_id])

    return form_page(request, form, text, act, template="interviews/notes.html", context={"page": held})
