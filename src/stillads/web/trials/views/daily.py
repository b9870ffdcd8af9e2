"""After the trial: which registrations go on in daily operation, where, and stopping them."""

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from stillads.capture.actions.deploy import continue_daily, stop_daily
from stillads.capture.permissions import SET_UP
from stillads.capture.queries.daily import daily_of
from stillads.kernel.clock import now
from stillads.kernel.rules import NotFound
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.form_page import FormText, form_page

from ..forms.registrations import ContinueForm
from ..forms.trial import ReasonForm
from .frame import phase_url, with_phase


@page(SET_UP)
def go_on(request: PageRequest, trial: str, phase: str) -> HttpResponse:
    """Lets the instruments that are meant for it run on, unit by unit."""
    found, row = with_phase(request, trial, phase)
    daily = daily_of(phase, viewer=request.viewer)
    refused = None
    if not daily.titles:
        refused = _("Nothing in this playbook goes on after the trial.")
    elif not daily.waiting:
        refused = _("It goes on already wherever you may decide it.")
    text = FormText(
        title=_("Go on in daily operation"),
        button=_("Let it go on"),
        back=(phase_url("registrations", found, row), _("Registrations")),
        answer=_("From tomorrow on these are registered without the trial: %(titles)s.")
        % {"titles": ", ".join(daily.titles)}
        if daily.titles
        else "",
        said=_("They go on from tomorrow, and stand among the units' registrations."),
        refused=refused,
    )
    form = ContinueForm(request.POST or None, units=[(u.public_id, u.name) for u in daily.waiting])

    def act(data: dict[str, Any]) -> object:
        for unit in data["units"]:
            continue_daily(version=daily.version, unit=unit, viewer=request.viewer, at=now())
        return True

    return form_page(request, form, text, act)


@page(SET_UP)
def stop(request: PageRequest, trial: str, phase: str, unit: str) -> HttpResponse:
    """Ends daily operation at a unit, with the reason."""
    found, row = with_phase(request, trial, phase)
    daily = daily_of(phase, viewer=request.viewer)
    place = next((each for each in daily.running if each.public_id == unit), None)
    if place is None:
        raise NotFound(_("There is nothing here by that name."))
    text = FormText(
        title=_("Stop at %(unit)s") % {"unit": place.name},
        button=_("Stop it"),
        back=(phase_url("registrations", found, row), _("Registrations")),
        answer=_("Today is the last day. What was registered stays."),
        said=_("It has stopped. What was registered stays."),
        kind="warning",
    )

    def act(data: dict[str, Any]) -> object:
        return stop_daily(
            version=daily.version, unit=unit, reason=data["reason"], viewer=request.viewer, at=now()
        )

    return form_page(request, ReasonForm(request.POST or None), text, act)
