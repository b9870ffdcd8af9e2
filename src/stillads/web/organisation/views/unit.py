"""One unit: what it is, who works there, and its past; and how it is made, moved and closed."""

from dataclasses import replace
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from stillads.capture.permissions import SET_UP
from stillads.capture.queries.load import load_of_unit
from stillads.kernel.clock import now, today
from stillads.kernel.dates import format_date
from stillads.organisation.actions.units import change_unit, close_unit, create_unit, move_unit
from stillads.organisation.permissions import MANAGE, READ, RESIDENTS
from stillads.organisation.policy import may
from stillads.organisation.queries.people import people_of_unit
from stillads.organisation.queries.phones import phones_of_unit
from stillads.organisation.queries.units import UnitPage, unit_page
from stillads.organisation.rules import can_enrol, can_manage
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.load import load_line

from ..forms.units import CloseForm, MoveForm, NewUnitForm, UnitForm
from ..presenters.people import person_lines
from ..presenters.tree import branches, placement_rows, unit_answer
from .days import asked_day
from .form_page import FormText, form_page


@page(READ)
def unit(request: PageRequest, unit: str) -> HttpResponse:
    """The unit on the day asked for."""
    day = asked_day(request)
    shown = unit_page(public_id=unit, viewer=request.viewer, on=day)
    people = people_of_unit(unit_id=shown.id, viewer=request.viewer, on=day)
    may_enrol = can_enrol(request.viewer, unit_id=shown.id)
    phones = phones_of_unit(shown.id) if may_enrol else []
    context = {
        "unit": shown,
        "answer": unit_answer(shown, day),
        "crumbs": _crumbs(shown),
        "branches": branches(replace(child, level=0) for child in shown.children),
        "is_today": day == today(),
        "day": day.isoformat(),
        "day_said": format_date(day),
        "people": None if people is None else person_lines(people, at_unit=shown.public_id),
        "placements": placement_rows(shown),
        "can_manage": can_manage(request.viewer) and shown.last_day is None,
        "can_enrol": may_enrol,
        "load": load_line(load_of_unit(unit=shown.public_id, day=day)),
        "can_set_up": may(request.viewer, SET_UP, unit_id=shown.id) and shown.last_day is None,
        "sees_residents": may(request.viewer, RESIDENTS, unit_id=shown.id) and shown.last_day is None,
        "phones_in_use": sum(not phone.waiting and phone.revoked_at is None for phone in phones),
    }
    return render(request, "organisation/unit.html", context)


@page(MANAGE)
def unit_new(request: PageRequest) -> HttpResponse:
    """A new unit, perhaps under the one that was looked at."""
    initial = {"parent": request.GET.get("under", ""), "first_day": today()}
    form = NewUnitForm(request.POST or None, initial=initial, on=today())

    def act(data: dict[str, Any]) -> str:
        made = create_unit(
            name=data["name"], kind=data["kind"], parent=data["parent"] or None, first_day=data["first_day"],
            idempotency_key=data["idempotency_key"], viewer=request.viewer, at=now(),
        )  # fmt: skip
        return reverse("organisation:unit", args=[made.public_id])

    back = (reverse("organisation:home"), _("Organisation"))
    return form_page(request, form, FormText(_("New unit"), _("Make the unit"), back), act)


@page(MANAGE)
def unit_change(request: PageRequest, unit: str) -> HttpResponse:
    """Another name or kind."""
    shown = unit_page(public_id=unit, viewer=request.viewer, on=today())
    form = UnitForm(request.POST or None, initial={"name": shown.name, "kind": shown.kind})
    text = FormText(_("Correct %s") % shown.name, _("Save"), _back(shown), said=_("The unit is corrected."))

    def act(data: dict[str, Any]) -> bool:
        change_unit(unit=unit, name=data["name"], kind=data["kind"], viewer=request.viewer, at=now())
        return True

    return form_page(request, form, text, act)


@page(MANAGE)
def unit_move(request: PageRequest, unit: str) -> HttpResponse:
    """Another place in the tree, with all that lies below."""
    shown = unit_page(public_id=unit, viewer=request.viewer, on=today())
    form = MoveForm(request.POST or None, initial={"parent": shown.parent, "first_day": today()}, on=today())
    answer = _("Everything below it moves along. What happened before the day stays where it was.")
    text = FormText(
        _("Move %s") % shown.name, _("Move the unit"), _back(shown), answer, said=_("The unit is moved.")
    )

    def act(data: dict[str, Any]) -> bool:
        move_unit(
            unit=unit,
            parent=data["parent"] or None,
            first_day=data["first_day"],
            viewer=request.viewer,
            at=now(),
        )
        return True

    return form_page(request, form, text, act)


@page(MANAGE)
def unit_close(request: PageRequest, unit: str) -> HttpResponse:
    """The unit's last day."""
    shown = unit_page(public_id=unit, viewer=request.viewer, on=today())
    form = CloseForm(request.POST or None, initial={"last_day": today()})
    answer = _("Its past stays as it was. It cannot close while units, roles or trials still need it.")
    text = FormText(
        _("Close %s") % shown.name, _("Close the unit"), _back(shown), answer, "warning",
        _("The unit has got its last day."),
    )  # fmt: skip

    def act(data: dict[str, Any]) -> bool:
        close_unit(unit=unit, last_day=data["last_day"], viewer=request.viewer, at=now())
        return True

    return form_page(request, form, text, act)


def _back(shown: UnitPage) -> tuple[str, str]:
    return reverse("organisation:unit", args=[shown.public_id]), shown.name


def _crumbs(shown: UnitPage) -> list[tuple[str, str]]:
    above = [(name, reverse("organisation:unit", args=[public_id])) for name, public_id in shown.path]
    return [(_("Organisation"), reverse("organisation:home")), *above]
