"""Places and windows of a phase."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from stillads.kernel.clock import now
from stillads.kernel.rules import NotFound
from stillads.trials.actions.sites import SiteInput, set_site, withdraw_site
from stillads.trials.actions.windows import add_window, edit_window, remove_window
from stillads.trials.permissions import EDIT, READ
from stillads.trials.queries.phases import PhaseView, SiteView, WindowView
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.form_page import form_page

from ..forms.phase import SiteForm, WindowForm, WithdrawForm
from ..presenters.trial import site_line, window_line
from .frame import context, phase_url, with_phase, words


@page(READ)
def places(request: PageRequest, trial: str, phase: str) -> HttpResponse:
    """Where it is tried out, and the stretches in which something is watched."""
    found, row = with_phase(request, trial, phase)
    more = {
        "phase": row,
        "sites": [site_line(site) for site in row.sites],
        "windows": [window_line(window) for window in row.windows],
    }
    return render(request, "trials/places.html", context(found, "trial", **more))


@page(EDIT)
def site_new(request: PageRequest, trial: str, phase: str) -> HttpResponse:
    """One place more."""
    found, row = with_phase(request, trial, phase)
    text = words(found, _("Add a place"), _("Add the place"), to=phase_url("places", found, row))

    def act(data: dict[str, Any]) -> object:
        return set_site(phase=phase, site=_site_input(data), viewer=request.viewer, at=now())

    return form_page(request, SiteForm(request.POST or None), text, act)


@page(EDIT)
def site_edit(request: PageRequest, trial: str, phase: str, site: str) -> HttpResponse:
    """Other days or numbers for a place."""
    found, row = with_phase(request, trial, phase)
    held = _site(row, site)
    initial = {
        "unit": held.unit_public_id,
        "valid_from": held.valid_from,
        "valid_to": held.valid_to,
        "contact": held.contact_public_id,
        "citizens": held.citizens,
        "employees": held.employees,
    }
    text = words(found, held.name, _("Save"), to=phase_url("places", found, row))

    def act(data: dict[str, Any]) -> object:
        return set_site(phase=phase, site=_site_input(data), viewer=request.viewer, at=now())

    form = SiteForm(request.POST or None, initial=initial, fixed=(held.unit_public_id, held.name))
    return form_page(request, form, text, act)


@page(EDIT)
def site_withdraw(request: PageRequest, trial: str, phase: str, site: str) -> HttpResponse:
    """A place leaves before time, with the reason."""
    found, row = with_phase(request, trial, phase)
    held = _site(row, site)
    text = words(
        found,
        _("%(place)s leaves the trial") % {"place": held.name},
        _("It leaves"),
        to=phase_url("places", found, row),
        kind="warning",
        answer=_("The place stays on the list with the reason; what was registered there is kept."),
    )

    def act(data: dict[str, Any]) -> object:
        return withdraw_site(
            site=site, reason=data["reason"], day=data["day"], viewer=request.viewer, at=now()
        )

    return form_page(request, WithdrawForm(request.POST or None), text, act)


@page(EDIT)
def window_new(request: PageRequest, trial: str, phase: str) -> HttpResponse:
    """One window more."""
    found, row = with_phase(request, trial, phase)
    text = words(
        found,
        _("Add a window"),
        _("Add the window"),
        to=phase_url("places", found, row),
        answer=_("A window is a stretch in which something is counted or asked: a week, four evenings."),
    )

    def act(data: dict[str, Any]) -> object:
        data.pop("idempotency_key")
        return add_window(phase=phase, **data, viewer=request.viewer, at=now())

    return form_page(request, WindowForm(request.POST or None), text, act)


@page(EDIT)
def window_edit(request: PageRequest, trial: str, phase: str, window: str) -> HttpResponse:
    """Another name or other days."""
    found, row = with_phase(request, trial, phase)
    held = _window(row, window)
    initial = {
        "name": held.name,
        "first_day": held.first_day,
        "last_day": held.last_day,
        "what": held.what,
    }
    text = words(found, _("Change the window"), _("Save"), to=phase_url("places", found, row))

    def act(data: dict[str, Any]) -> object:
        data.pop("idempotency_key")
        return edit_window(window=window, **data, viewer=request.viewer, at=now())

    return form_page(request, WindowForm(request.POST or None, initial=initial), text, act)


@page(EDIT)
@require_POST
def window_remove(request: PageRequest, trial: str, phase: str, window: str) -> HttpResponse:
    """Takes a window away."""
    found, row = with_phase(request, trial, phase)
    held = _window(row, window)
    remove_window(window=window, viewer=request.viewer, at=now())
    messages.success(request, _("“%(title)s” is removed.") % {"title": held.name})
    return redirect(phase_url("places", found, row))


def _site(row: PhaseView, site: str) -> SiteView:
    found = next((each for each in row.sites if each.public_id == site), None)
    if found is None:
        raise NotFound(_("There is nothing here by that name."))
    return found


def _window(row: PhaseView, window: str) -> WindowView:
    found = next((each for each in row.windows if each.public_id == window), None)
    if found is None:
        raise NotFound(_("There is nothing here by that name."))
    return found


def _site_input(data: dict[str, Any]) -> SiteInput:
    contact = data["contact"] or None
    names = ("unit", "valid_from", "valid_to", "citizens", "employees")
    return SiteInput(**{name: data[name] for name in names}, contact=contact)
