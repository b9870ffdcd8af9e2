"""Writing a version. Who was second sees both, and nothing that was typed is lost."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from stillads.capture.actions.plans.versions import SavedVersion, Written, WrittenMeanwhileError, save_version
from stillads.capture.permissions import REGISTER
from stillads.capture.plan_rules import fields_in_order
from stillads.capture.queries.plans.sheet import plan_page, plan_start
from stillads.kernel.clock import now, today
from stillads.kernel.ids import new_token
from stillads.playbooks.kinds.plan import Plan
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.forms import run

from ..forms import PlanForm, starting_values
from ..presenters import record_said

type_text = dict[str, Any]


@page(REGISTER)
def begin(request: PageRequest, deployment: str, participant: str) -> HttpResponse:
    """A citizen's first version."""
    start = plan_start(deployment=deployment, participant=participant, viewer=request.viewer)
    if start.plan:
        return redirect("plans:write", start.plan)
    form = PlanForm(request.POST or None, kind=start.kind)
    text = {
        "heading": _("New plan: %(who)s") % {"who": start.pseudonym},
        "back": (reverse("plans:list"), _("Plans")),
        "move": reverse("plans:move", args=[deployment, participant]),
    }
    return write_page(request, form, deployment, participant, text)


@page(REGISTER)
def write(request: PageRequest, plan: str) -> HttpResponse:
    """The next version."""
    shown = plan_page(plan=plan, viewer=request.viewer, day=today())
    initial = starting_values(shown.texts, shown.links, shown.number)
    form = PlanForm(request.POST or None, kind=shown.kind, initial=initial)
    text = {
        "heading": _("Change the plan: %(who)s") % {"who": shown.pseudonym},
        "back": (reverse("plans:plan", args=[plan]), shown.pseudonym),
    }
    return write_page(request, form, shown.deployment, shown.participant, text)


def write_page(
    request: PageRequest, form: PlanForm, deployment: str, participant: str, text: type_text,
    template: str = "plans/write.html",
) -> HttpResponse:  # fmt: skip
    """Saves what was sent, or shows it again: with its faults, or beside what somebody else saved meanwhile."""
    meanwhile: list[WrittenMeanwhileError] = []

    def act(data: dict[str, Any]) -> SavedVersion:
        written = Written(
            texts=form.texts, links=form.links, based_on=data["based_on"], key=data["idempotency_key"],
            moved_from=data.get("moved_from") or "",
        )  # fmt: skip
        try:
            return save_version(
                deployment=deployment,
                participant=participant,
                written=written,
                viewer=request.viewer,
                at=now(),
            )
        except WrittenMeanwhileError as refused:
            meanwhile.append(refused)
            raise

    done = run(form, act) if request.method == "POST" else None
    if done is not None:
        return _said(request, done)
    context = {**text, "form": form, "in_record": record_said(form.kind)}
    if meanwhile:
        return _both(request, form, meanwhile[0], context)
    return render(request, template, context, status=422 if form.errors else 200)


def _said(request: PageRequest, done: SavedVersion) -> HttpResponse:
    if done.unchanged:
        messages.info(request, _("The same words stood there already. Nothing is changed."))
    else:
        messages.success(
            request,
            _("Version %(n)d is saved. Your colleagues are asked to read it.") % {"n": done.version.number},
        )
    return redirect("plans:plan", done.version.plan.public_id)


def _both(
    request: PageRequest, form: PlanForm, refused: WrittenMeanwhileError, context: type_text
) -> HttpResponse:
    """The form again, on top of the other's version, with the other's words beside one's own."""
    data = request.POST.copy()
    data["based_on"], data["idempotency_key"] = str(refused.newest.number), new_token()
    again = PlanForm(data, kind=form.kind)
    context |= {
        "form": again,
        "refused": refused.reason,
        "other": refused.newest.by_name,
        "both": _differing(form.kind, form.texts, refused.newest.content),
    }
    return render(request, "plans/write.html", context, status=409)


def _differing(kind: Plan, mine: dict[str, str], theirs: dict[str, str]) -> list[tuple[str, str, str]]:
    return [
        (field.title, theirs.get(field.key, ""), mine.get(field.key, ""))
        for field in fields_in_order(kind)
        if theirs.get(field.key, "") != mine.get(field.key, "").strip()
    ]
