"""The shared phones of a unit: seen, added by a link, revoked."""

from typing import Any

import segno
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from stillads.kernel.clock import now, today
from stillads.kernel.rules import NotFound
from stillads.organisation.actions.devices import EnrolmentLink, enrol_device, renew_link, revoke_device
from stillads.organisation.permissions import ENROL_DEVICE
from stillads.organisation.queries.phones import phones_of_unit
from stillads.organisation.queries.units import UnitPage, unit_page
from stillads.organisation.rules import can_enrol
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.forms import run

from ..forms.units import PhoneForm
from ..presenters.phones import phone_lines


@never_cache
@page(ENROL_DEVICE)
def phones(request: PageRequest, unit: str) -> HttpResponse:
    """The list, and the form for one more; a new phone's link is the answer to the form."""
    shown = unit_page(public_id=unit, viewer=request.viewer, on=today())
    if not can_enrol(request.viewer, unit_id=shown.id):
        raise NotFound(_("That unit does not exist."))
    form = PhoneForm(request.POST or None)
    if request.method == "POST":

        def act(data: dict[str, Any]) -> EnrolmentLink:
            return enrol_device(unit=unit, **data, viewer=request.viewer, at=now())

        if made := run(form, act):
            return _show_link(request, shown, made)
    lines = phone_lines(phones_of_unit(shown.id))
    context = {"unit": shown, "phones": lines, "in_use": sum(line.in_use for line in lines), "form": form}
    return render(request, "organisation/phones.html", context, status=422 if form.is_bound else 200)


@require_POST
@never_cache
@page(ENROL_DEVICE)
def phone_link(request: PageRequest, unit: str, phone: str) -> HttpResponse:
    """A fresh link for a phone that never opened its own."""
    made = renew_link(device=phone, viewer=request.viewer, at=now())
    return _show_link(request, unit_page(public_id=unit, viewer=request.viewer, on=today()), made)


@require_POST
@page(ENROL_DEVICE)
def phone_revoke(request: PageRequest, unit: str, phone: str) -> HttpResponse:
    """The phone stops at once."""
    revoke_device(device=phone, viewer=request.viewer, at=now())
    messages.success(request, _("The phone is revoked. Nobody can sign in on it any more."))
    return redirect("organisation:phones", unit=unit)


def _show_link(request: PageRequest, unit: UnitPage, made: EnrolmentLink) -> HttpResponse:
    link = request.build_absolute_uri(reverse("account:phone_claim", args=[made.token]))
    picture = segno.make(link, error="m").svg_data_uri(scale=6, border=2)
    context = {"unit": unit, "link": link, "picture": picture, "until": made.until}
    return render(request, "organisation/phone_link.html", context)
