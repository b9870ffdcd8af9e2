"""A form of the editor, sent: shown as a preview, saved, or shown beside what somebody else has saved."""

from collections.abc import Callable
from typing import Any, Final

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from stillads.kernel.clock import now
from stillads.kernel.rules import Conflict
from stillads.playbooks.actions.versions import save_draft
from stillads.playbooks.queries.page import DraftView
from stillads.web.shell.access import PageRequest

from .forms.base import EditForm

_SENT: Final = "playbooks_sent"
"""The form that was saved last: sent once more it is the same deed."""


def save(request: PageRequest, draft: DraftView, data: dict[str, Any]) -> None:
    """Writes the draft as it was read, or raises Conflict."""
    save_draft(version=draft.public_id, data=data, revision=draft.revision, viewer=request.viewer, at=now())


def edited(
    request: PageRequest,
    draft: DraftView,
    form: EditForm,
    whole: Callable[[dict[str, Any]], dict[str, Any]],
    after: Callable[[], str],
    context: dict[str, Any],
) -> HttpResponse:
    """`whole` makes the draft's data of the part that was written; `after` is where one goes then."""
    said: list[tuple[str, str]] = []
    if request.method == "POST" and form.is_valid():
        key = form.cleaned_data["idempotency_key"]
        if request.session.get(_SENT) == key:
            return redirect(context["back"][0])
        if form.overtaken:
            said = _both(form)
        else:
            try:
                save(request, draft, whole(form.write(dict(form.part), form.cleaned_data)))
            except Conflict:
                said = _both(form)
            else:
                request.session[_SENT] = key
                messages.success(request, _("Saved."))
                return redirect(after())
    status = 409 if said else 422 if form.is_bound and form.errors else 200
    more = {"form": form, "draft": draft, "theirs": said, **context}
    return render(request, "playbooks/form.html", more, status=status)


def _both(form: EditForm) -> list[tuple[str, str]]:
    theirs = form.theirs() or [(_("What you wrote"), _("is already there"))]
    form.show_again()
    return theirs
