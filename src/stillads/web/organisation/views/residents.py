"""Who lives at a unit: seen, written down, and forgotten when somebody has moved."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache

from stillads.kernel.clock import now, today
from stillads.kernel.rules import NotFound
from stillads.organisation.actions.residents import add_residents, resident_left
from stillads.organisation.permissions import RESIDENTS
from stillads.organisation.queries.residents import residents_of
from stillads.organisation.queries.units import unit_page
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.forms import run

from ..forms.residents import LeftForm, ResidentsForm
from .form_page import FormText, form_page


@never_cache
@page(RESIDENTS)
def residents(request: PageRequest, unit: str) -> HttpResponse:
    """The list, and the form that writes down more."""
    found = residents_of(unit=unit, viewer=request.viewer)
    shown = unit_page(public_id=unit, viewer=request.viewer, on=today())
    form = ResidentsForm(request.POST or None)
    if request.method == "POST":
        made = run(form, lambda data: _add(request, unit, data["names"]))
        if made is not None:
            said = ngettext(
                "%(n)d resident is new on the list.", "%(n)d residents are new on the list.", made
            )
            messages.success(request, said % {"n": made} if made else _("They stood on the list already."))
            return redirect("organisation:residents", unit=unit)
    context = {"unit": shown, "residents": found, "form": form}
    return render(request, "organisation/residents.html", context, status=422 if form.is_bound else 200)


def _add(request: PageRequest, unit: str, names: str) -> int:
    return add_residents(unit=unit, names=names, viewer=request.viewer, at=now())


@never_cache
@page(RESIDENTS)
def left(request: PageRequest, unit: str, resident: str) -> HttpResponse:
    """Somebody has moved or died."""
    found = {one.public_id: one.name for one in residents_of(unit=unit, viewer=request.viewer)}
    if resident not in found:
        raise NotFound(_("There is nothing here by that name."))
    text = FormText(
        title=_("%(name)s does not live here any more") % {"name": found[resident]},
        button=_("Erase the name"),
        back=(reverse("organisation:residents", args=[unit]), _("Residents")),
        answer=_("The name is erased at once. What was registered stays under its number, without a name."),
        kind="warning",
        said=_("The name is erased."),
    )

    def act(_data: dict[str, object]) -> bool:
        resident_left(resident=resident, viewer=request.viewer, at=now())
        return True

    return form_page(request, LeftForm(request.POST or None), text, act)
