"""The legal bases: what holds when, and where it is written."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from stillads.kernel.clock import now
from stillads.kernel.rules import NotFound
from stillads.organisation.permissions import READ, VOCABULARIES
from stillads.organisation.policy import may
from stillads.vocabularies.actions.legal import save_legal_basis
from stillads.vocabularies.queries.legal import all_legal_bases, legal_bases_on, legal_basis
from stillads.web.shell.access import PageRequest, page

from ..forms.legal import LegalBasisForm
from ..presenters.legal import legal_lines
from .days import asked_day
from .form_page import FormText, form_page


@page(READ)
def legal(request: PageRequest) -> HttpResponse:
    """What holds on a day, and what held before."""
    day = asked_day(request)
    holds = legal_bases_on(day)
    now_keys = {row.key for row in holds}
    rest = [row for row in all_legal_bases() if row.key not in now_keys]
    context = {
        "holds": legal_lines(holds),
        "rest": legal_lines(rest),
        "day": day.isoformat(),
        "can_edit": may(request.viewer, VOCABULARIES),
    }
    return render(request, "organisation/legal.html", context)


@page(VOCABULARIES)
def legal_edit(request: PageRequest, key: str = "") -> HttpResponse:
    """One row, new or known."""
    row = legal_basis(key) if key else None
    if key and row is None:
        raise NotFound(_("There is no such provision in the list."))
    known = ("law", "paragraph", "subject", "valid_from", "valid_to", "source")
    initial = {name: getattr(row, name) for name in known} | {"successor": row.successor_key} if row else {}
    form = LegalBasisForm(request.POST or None, initial=initial, but=key)
    back = (reverse("organisation:legal"), _("Legal bases"))
    answer = _("A provision that moves gets a last day and a successor. Trials keep what held when they ran.")
    title = _("Correct %s") % row.name if row else _("Add a provision")
    text = FormText(title, _("Save"), back, answer, said=_("The list is saved."))

    def act(data: dict[str, Any]) -> bool:
        data.pop("idempotency_key")
        save_legal_basis(key=key or None, **data, viewer=request.viewer, at=now())
        return True

    return form_page(request, form, text, act)
