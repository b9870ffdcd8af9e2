"""A case goes on: with what the step asks for, or by word of mouth."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from stillads.capture.actions.cases.stepping import hand_over_spoken, take_step
from stillads.capture.permissions import REGISTER
from stillads.capture.queries.cases import case_page
from stillads.kernel.clock import now, today
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.answering import sent
from stillads.web.shell.forms import run

from ..forms import SpokenForm
from ..presenters.case import case_context, step_form


@page(REGISTER)
@require_POST
def take(request: PageRequest, case: str) -> HttpResponse:
    """The step is done; refused, the page comes back with what was typed."""
    found = case_page(case=case, viewer=request.viewer, day=today())
    if found.now is None:
        return redirect("cases:case", case)
    form = step_form(found, sent(request))
    done = run(
        form,
        lambda data: take_step(
            case=case,
            raw=form.raw,
            to=request.POST.get("to", ""),
            follow_up_on=data.get("follow_up_on"),
            version=data["version"],
            idempotency_key=data["idempotency_key"],
            viewer=request.viewer,
            at=now(),
        ),
    )
    if done is None:
        status = 200 if form.wants_more else 422
        return render(request, "cases/case.html", case_context(found, today(), form), status=status)
    messages.success(request, _went_on(done.role, done.ended_on is not None))
    return redirect("cases:case", case)


@page(REGISTER)
@require_POST
def hand_over(request: PageRequest, case: str) -> HttpResponse:
    """*Mundtligt overleveret*: one tap."""
    form = SpokenForm(request.POST)
    done = run(
        form,
        lambda data: hand_over_spoken(
            case=case, to=request.POST.get("to", ""), **data, viewer=request.viewer, at=now()
        ),
    )
    if done is None:
        for reason in form.errors.values():
            messages.error(request, " ".join(map(str, reason)))
    else:
        messages.success(request, _went_on(done.role, done.ended_on is not None))
    return redirect("cases:case", case)


def _went_on(role: str, ended: bool) -> str:
    if ended:
        return _("Thank you. The case has ended.")
    return _("Thank you. The ball is with: %(role)s.") % {"role": role.lower()}
