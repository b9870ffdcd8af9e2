"""Entering the ideas of a workshop: paste, look, save."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from stillads.ideas.actions import create_workshop, enter_many
from stillads.ideas.entry import preview, read_lines
from stillads.ideas.permissions import ENTER
from stillads.ideas.queries import themes, units, workshops
from stillads.ideas.rules import check_can_enter
from stillads.kernel.clock import now, today
from stillads.kernel.rules import RuleError
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.forms import run

from .. import presenters
from ..forms.staff import EntryForm, WorkshopForm

FORM_METHODS = ["GET", "HEAD", "POST"]


@require_http_methods(FORM_METHODS)
@page(ENTER)
def entry(request: PageRequest) -> HttpResponse:
    """`/ideer/workshop/`: paste a list; the preview shows twins; what is ticked is saved, all or nothing."""
    offered: dict[str, Any] = {
        "themes": themes(on=today()),
        "units": units(on=today()),
        "workshops": workshops(),
    }
    form = EntryForm(request.POST or None, initial={"workshop": request.GET.get("workshop", "")}, **offered)
    if request.method != "POST":
        return render(request, "ideas/entry.html", {"form": form})
    if request.POST.get("step") == "save":
        made = run(form, lambda data: _save(request, data))
        if made:
            messages.success(request, _saved(len(made)))
            return redirect(_list_of(form.cleaned_data["workshop"]))
    elif lines := run(form, lambda data: _lines(request, data)):
        return render(request, "ideas/entry.html", {"form": form} | _preview(lines))
    if request.POST.get("step") == "save" and form.cleaned_data.get("lines"):
        again = _preview(read_lines(form.cleaned_data["lines"]))
        return render(request, "ideas/entry.html", {"form": form} | again, status=422)
    return render(request, "ideas/entry.html", {"form": form}, status=422)


def _lines(request: PageRequest, data: dict[str, Any]) -> list[str]:
    lines = read_lines(data["lines"])
    check_can_enter(request.viewer, len(lines))
    return lines


def _preview(lines: list[str]) -> dict[str, object]:
    shown = [presenters.shown_line(line) for line in preview(lines)]
    fresh = sum(line.ticked for line in shown)
    said = ngettext("%(n)d idea of %(all)d is new.", "%(n)d ideas of %(all)d are new.", fresh) % {
        "n": fresh,
        "all": len(shown),
    }
    return {"preview": shown, "said": said, "lines": "\n".join(lines)}


def _save(request: PageRequest, data: dict[str, Any]) -> Any:
    lines = read_lines(data["lines"])
    if not request.POST.getlist("line"):
        raise RuleError(_("Tick at least one idea."), field="lines")
    wanted = {int(number) for number in request.POST.getlist("line") if number.isdecimal()}
    return enter_many(
        lines=[line for number, line in enumerate(lines) if number in wanted],
        workshop=data["workshop"],
        theme=data["theme"],
        unit=data["unit"],
        idempotency_key=data["idempotency_key"],
        viewer=request.viewer,
        at=now(),
    )


def _saved(count: int) -> str:
    return ngettext("%(n)d idea is saved.", "%(n)d ideas are saved.", count) % {"n": count}


def _list_of(workshop: str) -> str:
    return f"{reverse('ideas:list')}?workshop={workshop}" if workshop else reverse("ideas:list")


@require_http_methods(FORM_METHODS)
@page(ENTER)
def new_workshop(request: PageRequest) -> HttpResponse:
    """`/ideer/workshop/ny/`: a workshop to enter ideas for."""
    form = WorkshopForm(request.POST or None, initial={"held_on": today()})
    if request.method == "POST" and (made := run(form, lambda data: _create(request, data))):
        messages.success(request, _("The workshop is saved. Paste its ideas below."))
        return redirect(f"{reverse('ideas:entry')}?workshop={made.public_id}")
    status = 422 if request.method == "POST" else 200
    return render(request, "ideas/workshop.html", {"form": form}, status=status)


def _create(request: PageRequest, data: dict[str, Any]) -> Any:
    return create_workshop(viewer=request.viewer, at=now(), **data)
