"""What has come in for a phase: instrument by instrument, site by site, and each registration."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from stillads.capture.actions.entries import void
from stillads.capture.permissions import REGISTER
from stillads.capture.queries.daily import daily_of
from stillads.capture.queries.phase_registrations import entries_of, phase_registrations
from stillads.kernel.clock import now, today
from stillads.trials.permissions import READ
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.form_page import FormText, form_page

from ..forms.trial import ReasonForm
from ..presenters.registrations import entry_row, present
from .frame import context, with_phase


@page(READ)
def registrations(request: PageRequest, trial: str, phase: str) -> HttpResponse:
    """How much has come in, from where, and when last."""
    found, row = with_phase(request, trial, phase)
    shown = present(phase_registrations(phase, viewer=request.viewer, today=today()), today())
    daily = daily_of(phase, viewer=request.viewer)
    more = context(found, "registrations", phase=row, shown=shown, daily=daily)
    return render(request, "trials/registrations.html", more)


@page(READ)
def entries(request: PageRequest, trial: str, phase: str, deployment: str) -> HttpResponse:
    """The newest registrations of one instrument at one site."""
    found, row = with_phase(request, trial, phase)
    held = entries_of(deployment, phase=phase, viewer=request.viewer)
    rows = [entry_row(entry) for entry in held.entries]
    more = context(found, "registrations", phase=row, held=held, rows=rows, deployment=deployment)
    return render(request, "trials/entries.html", more)


@page(REGISTER)
def take_back(request: PageRequest, trial: str, phase: str, deployment: str, entry: str) -> HttpResponse:
    """Takes one registration back, with a reason. It stays on the list."""
    found, row = with_phase(request, trial, phase)
    held = entries_of(deployment, phase=phase, viewer=request.viewer)
    back = reverse("trials:entries", args=[found.public_id, row.public_id, deployment])
    text = FormText(
        title=_("Take the registration back"),
        button=_("Take it back"),
        back=(back, held.title),
        answer=_("It stays on the list with your reason, and no longer counts."),
        said=_("It is taken back, and no longer counts."),
        kind="warning",
    )

    def act(data: dict[str, Any]) -> object:
        return void(entry=entry, reason=data["reason"], viewer=request.viewer, at=now())

    return form_page(request, ReasonForm(request.POST or None), text, act)
