"""One person: roles with their days, absence, log-in, and what they answer for."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from stillads.kernel.clock import now, today
from stillads.organisation.actions.codes import give_start_code
from stillads.organisation.actions.logins import close_login, invite
from stillads.organisation.actions.people import change_person
from stillads.organisation.permissions import ENROL_DEVICE, MANAGE, SIGNED_IN
from stillads.organisation.queries.people import PersonPage, person_page, responsibilities_of
from stillads.organisation.rules import can_enrol, can_manage, can_note_absence
from stillads.web.shell.access import PageRequest, page

from ..forms.people import PersonForm
from ..presenters.people import person_answer, person_facts, responsibility_groups, role_days
from .form_page import FormText, form_page


def read_person(request: PageRequest, person: str) -> PersonPage:
    """The person, with the look in the log."""
    return person_page(public_id=person, viewer=request.viewer, on=today())


def way_back(shown: PersonPage) -> tuple[str, str]:
    """Address and name of the person's page."""
    return reverse("organisation:person", args=[shown.public_id]), shown.name


@page(SIGNED_IN)
def person(request: PageRequest, person: str) -> HttpResponse:
    """The person's page."""
    shown = read_person(request, person)
    viewer = request.viewer
    held = responsibilities_of(shown.id, on=today())
    context = {
        "person": shown,
        "answer": person_answer(shown, today()),
        "facts": person_facts(shown),
        "roles": [(role, role_days(role)) for role in (*shown.now, *shown.later)],
        "earlier": [(role_days(role), f"{role.role_name}, {role.unit}") for role in shown.before],
        "held": responsibility_groups(held),
        "can_manage": can_manage(viewer),
        "can_note_absence": can_note_absence(viewer, person_id=shown.id, unit_ids=shown.unit_ids),
        "can_give_code": any(can_enrol(viewer, unit_id=unit) for unit in shown.unit_ids),
    }
    return render(request, "organisation/person.html", context)


@page(MANAGE)
def person_change(request: PageRequest, person: str) -> HttpResponse:
    """Correct what is known."""
    shown = read_person(request, person)
    known = ("name", "title", "email", "phone", "employee_number")
    form = PersonForm(request.POST or None, initial={key: getattr(shown, key) for key in known})
    text = FormText(_("Correct %s") % shown.name, _("Save"), way_back(shown), said=_("It is corrected."))

    def act(data: dict[str, Any]) -> bool:
        new = {key: data[key] for key in known}
        change_person(person=person, **new, viewer=request.viewer, at=now())
        return True

    return form_page(request, form, text, act)


@require_POST
@never_cache
@page(MANAGE)
def person_invite(request: PageRequest, person: str) -> HttpResponse:
    """The link for the first password, shown this once."""
    made = invite(person=person, viewer=request.viewer, at=now())
    shown = read_person(request, person)
    link = request.build_absolute_uri(reverse("account:invitation", args=[made.token]))
    context = {"person": shown, "link": link, "until": made.until, "back": way_back(shown)}
    return render(request, "organisation/invited.html", context)


@require_POST
@page(MANAGE)
def person_close_login(request: PageRequest, person: str) -> HttpResponse:
    """No log-in and no code any more."""
    close_login(person=person, viewer=request.viewer, at=now())
    messages.success(request, _("The log-in is closed, on shared phones too."))
    return redirect("organisation:person", person=person)


@require_POST
@never_cache
@page(ENROL_DEVICE)
def person_start_code(request: PageRequest, person: str) -> HttpResponse:
    """A start code for shared phones, shown this once."""
    code = give_start_code(person=person, viewer=request.viewer, at=now())
    shown = read_person(request, person)
    return render(
        request, "organisation/start_code.html", {"person": shown, "code": code, "back": way_back(shown)}
    )
