"""The list of people, and adding one."""

from typing import Any

from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from stillads.kernel.clock import now, today
from stillads.organisation.actions.people import create_person
from stillads.organisation.permissions import MANAGE, PEOPLE
from stillads.organisation.queries.people import find_people
from stillads.organisation.rules import can_manage
from stillads.web.shell.access import PageRequest, page

from ..forms.people import PersonForm
from ..presenters.people import person_lines
from .form_page import FormText, form_page

PER_PAGE = 50


@page(PEOPLE)
def people(request: PageRequest) -> HttpResponse:
    """People within reach, found by a part of the name."""
    text = request.GET.get("q", "").strip()[:100]
    without_role = "uden-rolle" in request.GET
    number = _page_number(request.GET.get("side", "1"))
    found = find_people(
        text=text, without_role=without_role, viewer=request.viewer, on=today(),
        offset=(number - 1) * PER_PAGE, limit=PER_PAGE,
    )  # fmt: skip
    pages = max(-(-found.total // PER_PAGE), 1)
    query = QueryDict(mutable=True)
    if text:
        query["q"] = text
    if without_role:
        query["uden-rolle"] = "1"
    context = {
        "people": person_lines(found.rows),
        "total": found.total,
        "text": text,
        "without_role": without_role,
        "page": min(number, pages),
        "pages": pages,
        "query": query.urlencode(),
        "can_manage": can_manage(request.viewer),
    }
    return render(request, "organisation/people.html", context)


@page(MANAGE)
def person_new(request: PageRequest) -> HttpResponse:
    """Add a person; the role comes next."""
    form = PersonForm(request.POST or None)
    back = (reverse("organisation:people"), _("People"))
    text = FormText(_("Add a person"), _("Add"), back, _("Then you give the person a role."))

    def act(data: dict[str, Any]) -> str:
        person = create_person(**data, viewer=request.viewer, at=now())
        return reverse("organisation:person", args=[person.public_id])

    return form_page(request, form, text, act)


def _page_number(text: str) -> int:
    return max(int(text), 1) if text.isdecimal() and len(text) < 6 else 1
