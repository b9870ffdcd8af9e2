"""Giving and ending a role, noting absence, handing over."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from stillads.kernel.clock import now, today
from stillads.kernel.rules import NotFound
from stillads.organisation.actions.absences import note_absence, remove_absence
from stillads.organisation.actions.handover import hand_over
from stillads.organisation.actions.roles import end_role, give_role
from stillads.organisation.permissions import MANAGE, SIGNED_IN
from stillads.organisation.queries.people import responsibilities_of
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.forms import run

from ..forms.people import AbsenceForm, EndRoleForm, HandOverForm, RoleForm
from ..presenters.people import responsibility_groups
from .form_page import FormText, form_page
from .person import read_person, way_back


@page(MANAGE)
def role_new(request: PageRequest, person: str) -> HttpResponse:
    """A role at a unit."""
    shown = read_person(request, person)
    form = RoleForm(request.POST or None, initial={"first_day": today()}, on=today())
    text = FormText(
        _("Give %s a role") % shown.name, _("Give the role"), way_back(shown), said=_("The role is given.")
    )

    def act(data: dict[str, Any]) -> bool:
        data.pop("idempotency_key")
        give_role(person=person, **data, viewer=request.viewer, at=now())
        return True

    return form_page(request, form, text, act)


@page(MANAGE)
def role_end(request: PageRequest, person: str, assignment: int) -> HttpResponse:
    """The last day of a role."""
    shown = read_person(request, person)
    role = next((role for role in (*shown.now, *shown.later) if role.id == assignment), None)
    if role is None:
        raise NotFound(_("There is no such role."))
    form = EndRoleForm(request.POST or None, initial={"last_day": max(today(), role.first_day)})
    names = {"role": role.role_name.lower(), "unit": role.unit, "name": shown.name}
    answer = _("%(name)s is %(role)s at %(unit)s to and with that day.") % names
    text = FormText(
        _("End the role"),
        _("End the role"),
        way_back(shown),
        answer,
        said=_("The role has got its last day."),
    )

    def act(data: dict[str, Any]) -> bool:
        end_role(
            person=person,
            assignment_id=assignment,
            last_day=data["last_day"],
            viewer=request.viewer,
            at=now(),
        )
        return True

    return form_page(request, form, text, act)


@page(SIGNED_IN)
def absence_new(request: PageRequest, person: str) -> HttpResponse:
    """Days away; the hand-over is offered next where there is something to hand over."""
    shown = read_person(request, person)
    form = AbsenceForm(request.POST or None, on=today(), but=shown.id)
    answer = _("Nobody asks why, and no reason is kept.")
    text = FormText(
        _("Note absence for %s") % shown.name,
        _("Save"),
        way_back(shown),
        answer,
        said=_("The absence is noted."),
    )

    def act(data: dict[str, Any]) -> str:
        note_absence(
            person=person, first_day=data["first_day"], last_day=data["last_day"],
            stand_in=data["stand_in"] or None, viewer=request.viewer, at=now(),
        )  # fmt: skip
        if not data["stand_in"] or not responsibilities_of(shown.id, on=today()):
            return way_back(shown)[0]
        over = reverse("organisation:hand_over", args=[person])
        return f"{over}?til={data['stand_in']}&fra={data['first_day']}&slut={data['last_day']}"

    return form_page(request, form, text, act)


@require_POST
@page(SIGNED_IN)
def absence_remove(request: PageRequest, person: str, absence: int) -> HttpResponse:
    """Not away after all."""
    remove_absence(person=person, absence_id=absence, viewer=request.viewer, at=now())
    messages.success(request, _("The absence is removed."))
    return redirect("organisation:person", person=person)


@page(SIGNED_IN)
def handover(request: PageRequest, person: str) -> HttpResponse:
    """Everything the person answers for, and one choice of successor."""
    shown = read_person(request, person)
    held = responsibilities_of(shown.id, on=today())
    initial = {
        "successor": request.GET.get("til", ""),
        "first_day": _day(request.GET.get("fra", "")) or today(),
        "until": _day(request.GET.get("slut", "")),
    }
    form = HandOverForm(request.POST or None, initial=initial, on=today(), but=shown.id)
    if request.method == "POST":

        def act(data: dict[str, Any]) -> dict[str, int]:
            data.pop("idempotency_key")
            return hand_over(person=person, **data, viewer=request.viewer, at=now())

        counts = run(form, act)
        if counts is not None:
            n = sum(counts.values())
            said = ngettext("%d thing is handed over.", "%d things are handed over.", n) % n
            messages.success(request, said)
            return redirect("organisation:person", person=person)
    context = {
        "person": shown,
        "held": responsibility_groups(held),
        "count": sum(len(things) for _label, things in held),
        "form": form,
        "back": way_back(shown),
    }
    return render(request, "organisation/hand_over.html", context, status=422 if form.is_bound else 200)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
