"""Which units share the citizen."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from stillads.capture.actions.plans.sharing import end_share, share_plan
from stillads.capture.permissions import REGISTER
from stillads.capture.queries.plans.sheet import plan_page
from stillads.kernel.clock import now, today
from stillads.organisation.queries.units import unit_choices
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.form_page import FormText, form_page

from ..forms import ShareForm
from ..presenters import share_said


@page(REGISTER)
def share(request: PageRequest, plan: str) -> HttpResponse:
    """Who shares it now, and one more."""
    shown = plan_page(plan=plan, viewer=request.viewer, day=today())
    units = [(key, name) for key, name in unit_choices(on=today()) if name.strip() != shown.unit_name]
    form = ShareForm(request.POST or None, initial={"first_day": today()}, units=units)
    text = FormText(
        _("Share the plan: %(who)s") % {"who": shown.pseudonym},
        _("Share the plan"),
        (reverse("plans:plan", args=[plan]), shown.pseudonym),
        _(
            "Those who work at the unit can then read and write the same plan. It is seen in the log who opens it."
        ),
        _("The plan is shared."),
    )

    def act(data: dict[str, Any]) -> str:
        share_plan(
            plan=plan, unit=data["unit"], first_day=data["first_day"], last_day=data["last_day"],
            viewer=request.viewer, at=now(),
        )  # fmt: skip
        return reverse("plans:share", args=[plan])

    shares = [
        (one, share_said(one)) for one in shown.shares if one.last_day is None or one.last_day >= today()
    ]
    context = {"shares": shares, "plan": plan}
    return form_page(request, form, text, act, template="plans/share.html", context=context)


@require_POST
@page(REGISTER)
def end(request: PageRequest, plan: str) -> HttpResponse:
    """The unit shares it no more."""
    end_share(plan=plan, unit=request.POST.get("unit", ""), viewer=request.viewer, at=now())
    messages.success(request, _("The plan is no longer shared with the unit."))
    return redirect("plans:list")
