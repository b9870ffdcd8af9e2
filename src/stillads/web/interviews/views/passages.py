"""The passages of a session: coded beside the notes, corrected, removed."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stillads.capture.actions.entries import void
from stillads.capture.actions.interviews import code_passage
from stillads.capture.permissions import REGISTER
from stillads.capture.queries.interviews import InterviewPage, Passage, interview_page
from stillads.kernel.clock import now
from stillads.kernel.rules import NotFound
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.answering import AnswerForm
from stillads.web.shell.form_page import FormText, form_page
from stillads.web.shell.forms import PageForm

from ..presenters import passage_line, session_title


@page(REGISTER)
def session(request: PageRequest, deployment: str, session: str) -> HttpResponse:
    """The notes, the passages taken from them, and the form for one more."""
    held = interview_page(deployment=deployment, viewer=request.viewer)
    one = held.session(session)
    n = len(one.passages)
    text = FormText(
        title=session_title(one, held),
        button=_("Save the passage"),
        back=(reverse("interviews:session", args=[deployment, session]), held.definition.title),
        answer=ngettext("One passage is marked.", "%(n)d passages are marked.", n) % {"n": n}
        if n
        else _("No passage is marked yet. Copy one from the notes and say what it is about."),
        said=_("The passage is saved."),
    )
    context = {
        "page": held,
        "session": one,
        "lines": [passage_line(passage, held) for passage in one.passages],
    }
    return _form(request, held, session, text, None, "interviews/session.html", context)


@page(REGISTER)
def correct(request: PageRequest, deployment: str, session: str, passage: str) -> HttpResponse:
    """A passage, coded anew."""
    held = interview_page(deployment=deployment, viewer=request.viewer)
    one = _find(held, session, passage)
    text = FormText(
        title=_("Correct the passage"),
        button=_("Save the passage"),
        back=(
            reverse("interviews:session", args=[deployment, session]),
            session_title(held.session(session), held),
        ),
        said=_("The passage is saved."),
    )
    return _form(request, held, session, text, one, "interviews/notes.html", {"page": held})


@page(REGISTER)
def remove(request: PageRequest, deployment: str, session: str, passage: str) -> HttpResponse:
    """A passage is taken out; that it was there stays in the log."""
    held = interview_page(deployment=deployment, viewer=request.viewer)
    one = _find(held, session, passage)
    text = FormText(
        title=_("Remove the passage"),
        button=_("Remove it"),
        kind="warning",
        back=(
            reverse("interviews:session", args=[deployment, session]),
            session_title(held.session(session), held),
        ),
        answer=f"„{one.text}“",
        said=_("The passage is removed. The notes stay as they are."),
    )

    def act(data: dict[str, Any]) -> object:
        return void(entry=passage, reason=_("Passage removed"), viewer=request.viewer, at=now())

    return form_page(request, PageForm(request.POST if request.method == "POST" else None), text, act)


def _form(
    request: PageRequest,
    held: InterviewPage,
    session: str,
    text: FormText,
    one: Passage | None,
    template: str,
    context: dict[str, Any],
) -> HttpResponse:
    form = AnswerForm(
        request.POST or None, items=held.definition.forms()["passage"], given=_given(one) if one else None
    )

    def act(data: dict[str, Any]) -> object:
        return code_passage(
            deployment=held.deployment, session=session, raw=form.raw, key=data["idempotency_key"],
            passage=one.public_id if one else "", viewer=request.viewer, at=now(),
        )  # fmt: skip

    return form_page(request, form, text, act, template=template, context=context)


def _given(one: Passage) -> dict[str, Any]:
    return {
        "passage": one.text,
        "themes": list(one.themes),
        "tone": one.tone,
        "may_quote": "yes" if one.may_quote else "no",
        "by_whom": one.by_whom,
    }


def _find(held: InterviewPage, session: str, passage: str) -> Passage:
    found = next((p for p in held.session(session).passages if p.public_id == passage), None)
    if found is None:
        raise NotFound("no such passage")
    return found
