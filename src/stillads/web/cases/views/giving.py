"""Who has a case, its end before time, and the mark that goes to the care record."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from stillads.capture.actions.cases.giving import assign, mark_copied
from stillads.capture.actions.cases.stepping import cancel_case
from stillads.capture.actions.cases.taking_back import take_back_step
from stillads.capture.cases.flow import reasons
from stillads.capture.permissions import REGISTER
from stillads.capture.queries.cases import CasePage, case_page
from stillads.kernel.clock import now, today
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.form_page import FormText, form_page

from ..forms import BreakOffForm, GiveForm, TakeBackForm
from ..presenters.case import last_said


def _found(request: PageRequest, case: str) -> tuple[CasePage, tuple[str, str], str | None]:
    """The case, the way back to it, and why nothing can be done about it now."""
    found = case_page(case=case, viewer=request.viewer, day=today())
    name = f"{found.line.pseudonym}, {found.line.step}"
    ended = None if found.now else _("The case has ended. Nobody has to do anything about it.")
    return found, (reverse("cases:case", args=[case]), name), ended


@page(REGISTER)
def give(request: PageRequest, case: str) -> HttpResponse:
    """Gives it to somebody, or to another unit."""
    found, back, ended = _found(request, case)
    form = GiveForm(
        request.POST or None, units=list(found.units), people=list(found.people),
        initial={"version": found.line.version, "unit": found.line.unit},
    )  # fmt: skip
    text = FormText(
        title=_("Who has it from now on?"), button=_("Pass it on"), back=back, said=_("Passed on."), refused=ended,
        answer=_("It is with: %(who)s.") % {"who": found.line.assigned or found.line.role.lower()},
    )  # fmt: skip

    def act(data: dict[str, Any]) -> object:
        moved = data.get("unit", "") not in ("", found.line.unit)
        return assign(
            case=case, unit=data.get("unit", ""), person="" if moved else data["person"], version=data["version"],
            viewer=request.viewer, at=now(),
        )  # fmt: skip

    return form_page(request, form, text, act)


@page(REGISTER)
def break_off(request: PageRequest, case: str) -> HttpResponse:
    """Ends it before time, with the reason."""
    found, back, ended = _found(request, case)
    choices = [(reason.key, reason.title) for reason in reasons(found.definition)]
    form = BreakOffForm(request.POST or None, reasons=choices, initial={"version": found.line.version})
    text = FormText(
        title=_("Break the case off"), button=_("Break off"), kind="warning", back=back, refused=ended,
        said=_("The case is broken off."),
        answer=_("What was done stays, and the case leaves the worklist."),
    )  # fmt: skip

    def act(data: dict[str, Any]) -> object:
        return cancel_case(case=case, **data, viewer=request.viewer, at=now())

    return form_page(request, form, text, act)


@page(REGISTER)
def take_back(request: PageRequest, case: str) -> HttpResponse:
    """The last step was done by mistake: the case stands where it stood before."""
    found, back, _ended = _found(request, case)
    form = TakeBackForm(request.POST or None, initial={"version": found.line.version})
    text = FormText(
        title=_("Take the last step back"), button=_("Take the step back"), kind="warning", back=back,
        refused=None if found.can_take_back else _("There is no step to take back."),
        said=_("Taken back. The case stands where it stood before."),
        answer=_("%(step)s. What was written no longer counts; that it was taken back, and why, can be seen.")
        % {"step": last_said(found)},
    )  # fmt: skip

    def act(data: dict[str, Any]) -> object:
        return take_back_step(case=case, **data, viewer=request.viewer, at=now())

    return form_page(request, form, text, act)


@page(REGISTER)
@require_POST
def copied(request: PageRequest, case: str) -> HttpResponse:
    """The mark stands in the care record now."""
    mark_copied(case=case, viewer=request.viewer, at=now())
    return redirect("cases:case", case)
