"""The list of playbooks; taking one in from the library."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from stillads.kernel.clock import now
from stillads.organisation.policy import may
from stillads.playbooks.actions.take_in import take_in as take_in_action
from stillads.playbooks.permissions import EDIT, READ
from stillads.playbooks.queries.listing import on_the_shelf, playbooks
from stillads.trials.queries.choices import themes
from stillads.web.shell.access import PageRequest, page

from ..presenters.listing import list_answer, list_line, shelf_line


@page(READ)
def library(request: PageRequest) -> HttpResponse:
    """All playbooks with question, theme, time and newest version; those that can be taken in below."""
    text = " ".join(request.GET.get("q", "").split())[:100]
    may_edit = may(request.viewer, EDIT)
    rows = playbooks(viewer=request.viewer, text=text)
    names = dict(themes())
    shelf = on_the_shelf(viewer=request.viewer, text=text) if may_edit else []
    return render(
        request,
        "playbooks/library.html",
        {
            "lines": [list_line(row, names, may_edit=may_edit) for row in rows if row.number or may_edit],
            "shelf": [shelf_line(row, names) for row in shelf],
            "answer": list_answer(rows),
            "text": text,
            "may_edit": may_edit,
        },
    )


@page(EDIT)
@require_POST
def take_in(request: PageRequest, key: str) -> HttpResponse:
    """One of the library becomes one of the house."""
    take_in_action(key=key, viewer=request.viewer, at=now())
    messages.success(request, _("The playbook is taken in. It can be chosen for a trial now."))
    return redirect("playbooks:playbook", key=key)
