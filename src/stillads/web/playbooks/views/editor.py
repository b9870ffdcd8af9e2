"""The editor's first page: the parts as steps, what is missing, publishing; and a new playbook."""

from typing import Any, Final

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from stillads.kernel.clock import now
from stillads.playbooks.actions.versions import begin_draft, discard_draft, publish_draft
from stillads.playbooks.drafting.keys import slug_for
from stillads.playbooks.format.playbook import FORMAT
from stillads.playbooks.permissions import EDIT
from stillads.playbooks.queries.page import draft_of, keys_taken
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.form_page import FormText, form_page

from ..forms.whole import NewForm
from ..judging import judged
from ..presenters.editor import draft_answer, part_steps, problem_lines, saved_said

_BEGUN: Final = "playbooks_begun"
"""The form that a playbook was begun with last, and its key: sent once more it is the same playbook."""


@page(EDIT)
def new(request: PageRequest) -> HttpResponse:
    """Three questions; then the editor."""
    text = FormText(
        title=_("New playbook"),
        button=_("Begin the playbook"),
        back=(reverse("playbooks:library"), _("All playbooks")),
        answer=_("Three things to begin with. The rest comes step by step, and you can stop at any time."),
        said=_("The playbook is begun. Go through the steps in the order you like."),
    )

    def act(data: dict[str, Any]) -> str:
        sent = [data["idempotency_key"], *request.session.get(_BEGUN, ("", ""))]
        if sent[0] == sent[1]:
            return reverse("playbooks:edit", args=[sent[2]])
        key = slug_for(data["title"], keys_taken())
        content = {
            "format": FORMAT,
            "key": key,
            "title": {"da": data["title"]},
            "question": {"da": data["question"]},
            "theme": data["theme"],
        }
        begin_draft(key=key, title=data["title"], data=content, viewer=request.viewer, at=now())
        request.session[_BEGUN] = [data["idempotency_key"], key]
        return reverse("playbooks:edit", args=[key])

    return form_page(request, NewForm(request.POST or None), text, act)


@page(EDIT)
def edit(request: PageRequest, key: str) -> HttpResponse:
    """How far the draft is."""
    draft = draft_of(key, viewer=request.viewer)
    lines = problem_lines(draft, judged(draft.data).problems)
    context = {
        "draft": draft,
        "heading": draft.title,
        "answer": draft_answer(draft, lines),
        "steps": part_steps(draft, lines),
        "problems": lines,
        "saved": saved_said(draft),
        "refused": _("Something is missing. See the list.") if lines else None,
    }
    return render(request, "playbooks/edit.html", context)


@page(EDIT)
@require_POST
def publish(request: PageRequest, key: str) -> HttpResponse:
    """The draft becomes a version that never changes, where nothing is missing."""
    draft = draft_of(key, viewer=request.viewer)
    reading = judged(draft.data)
    if reading.playbook is None:
        messages.error(request, _("Something is missing. See the list."))
        return redirect("playbooks:edit", key=key)
    publish_draft(version=draft.public_id, content=reading.playbook, viewer=request.viewer, at=now())
    messages.success(request, _("The playbook is published. Now it can be chosen for a trial."))
    return redirect("playbooks:playbook", key=key)


@page(EDIT)
@require_POST
def discard(request: PageRequest, key: str) -> HttpResponse:
    """Throws the draft away."""
    draft = draft_of(key, viewer=request.viewer)
    discard_draft(version=draft.public_id, viewer=request.viewer, at=now())
    messages.success(request, _("The draft is thrown away."))
    return redirect("playbooks:library")
