"""The six fields: what an empty one means, and the findings in it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from stillads.evaluation import actions
from stillads.evaluation.permissions import READ
from stillads.evaluation.queries import carriable_of, evaluation_of
from stillads.evaluation.queries.types import EvaluationPage, FindingView
from stillads.kernel.clock import now
from stillads.kernel.rules import NotFound
from stillads.web.shell.access import PageRequest, page

from ..forms import BoxForm, FindingForm
from ..presenters import Editing
from ..presenters.page import figure_choices
from ..prose import prose
from .answering import done, keeps_what_was_typed, refuses_in_place, save, show


@keeps_what_was_typed
@require_http_methods(["GET", "HEAD", "POST"])
@page(READ)
def box(request: PageRequest, phase: str, side: str, perspective: str) -> HttpResponse:
    """What the field means while it is empty; `?vis` shows the field alone."""
    part = f"box:{side}:{perspective}"
    auto = f"felt_{side}_{perspective}_%s"
    if request.method == "POST":
        return save(
            request,
            phase,
            part,
            part,
            BoxForm(request.POST, auto_id=auto),
            lambda said: actions.set_box(
                phase=phase,
                side=side,
                perspective=perspective,
                state=said["state"],
                why=said["why"],
                version=said["version"],
                viewer=request.viewer,
                at=now(),
            ),
        )
    if "vis" in request.GET:
        return show(request, phase, part)
    view = _box(evaluation_of(phase, request.viewer), side, perspective)
    form = BoxForm(initial={"state": view.state, "why": view.why, "version": view.version}, auto_id=auto)
    return show(request, phase, part, Editing(part, form))


@keeps_what_was_typed
@require_http_methods(["GET", "HEAD", "POST"])
@page(READ)
def finding_new(request: PageRequest, phase: str, side: str, perspective: str) -> HttpResponse:
    """A new finding in the field."""
    place = f"{side}:{perspective}"
    view = evaluation_of(phase, request.viewer)
    _box(view, side, perspective)
    form = _form(view, request, f"nyt_{side}_{perspective}_%s")
    if request.method == "POST":
        return save(
            request,
            phase,
            f"box:{place}",
            f"new:{place}",
            form,
            lambda said: actions.add_finding(
                phase=phase,
                side=side,
                perspective=perspective,
                **_said(form),
                idempotency_key=said["idempotency_key"],
                viewer=request.viewer,
                at=now(),
            ),
        )
    return show(request, phase, f"box:{place}", Editing(f"new:{place}", form))


@keeps_what_was_typed
@require_http_methods(["GET", "HEAD", "POST"])
@page(READ)
def finding(request: PageRequest, phase: str, key: str) -> HttpResponse:
    """One finding: open for writing, saved."""
    page_view = evaluation_of(phase, request.viewer)
    view = _finding(page_view, key)
    part = f"box:{view.side}:{view.perspective}"
    initial = {
        "text": view.plain,
        "evidence": view.evidence,
        "part": view.part,
        "version": view.version,
    }
    form = _form(page_view, request, f"udsagn_{key}_%s", initial, imported=view.evidence == "unclassified")
    if request.method == "POST":
        return save(
            request,
            phase,
            part,
            f"finding:{key}",
            form,
            lambda said: actions.edit_finding(
                finding=key, **_said(form), version=said["version"], viewer=request.viewer, at=now()
            ),
        )
    return show(request, phase, part, Editing(f"finding:{key}", form))


@require_POST
@page(READ)
@refuses_in_place
def finding_move(request: PageRequest, phase: str, key: str) -> HttpResponse:
    """Up or down in its field."""
    view = _finding(evaluation_of(phase, request.viewer), key)
    earlier = request.POST.get("retning") == "op"
    actions.move_finding(finding=key, earlier=earlier, viewer=request.viewer, at=now())
    return done(request, phase, f"box:{view.side}:{view.perspective}")


@require_POST
@page(READ)
@refuses_in_place
def finding_remove(request: PageRequest, phase: str, key: str) -> HttpResponse:
    """Out of the field."""
    view = _finding(evaluation_of(phase, request.viewer), key)
    actions.remove_finding(finding=key, viewer=request.viewer, at=now())
    return done(request, phase, f"box:{view.side}:{view.perspective}")


@require_POST
@page(READ)
@refuses_in_place
def evidence_remove(request: PageRequest, phase: str, key: str) -> HttpResponse:
    """Takes a link away from its finding."""
    view = evaluation_of(phase, request.viewer)
    findings = (finding for box in view.boxes for finding in box.findings)
    owner = next((f for f in findings if any(link.id == key for link in f.links)), None)
    if owner is None:
        raise NotFound("")
    actions.remove_evidence(link=key, viewer=request.viewer, at=now())
    return done(request, phase, f"box:{owner.side}:{owner.perspective}")


@require_http_methods(["GET", "HEAD", "POST"])
@page(READ)
def carry(request: PageRequest, phase: str) -> HttpResponse:
    """Choosing what to take over from the phase before."""
    if request.method == "POST":
        chosen = request.POST.getlist("udsagn")
        actions.carry_over(phase=phase, findings=chosen, viewer=request.viewer, at=now())
        return redirect("evaluation:page", phase)
    view = evaluation_of(phase, request.viewer)
    items = [(finding, prose(finding.body)) for finding in carriable_of(view, request.viewer)]
    return render(request, "evaluation/carry.html", {"phase": view.phase, "items": items})


def _form(
    view: EvaluationPage,
    request: PageRequest,
    auto_id: str,
    initial: dict[str, Any] | None = None,
    *,
    imported: bool = False,
) -> FindingForm:
    data = request.POST if request.method == "POST" else None
    return FindingForm(
        data, initial=initial, auto_id=auto_id, figures=figure_choices(view), imported=imported
    )


def _said(form: FindingForm) -> dict[str, Any]:
    said = form.cleaned_data
    return {"text": said["text"], "evidence": said["evidence"], "part": said["part"], "links": form.links()}


def _box(view: EvaluationPage, side: str, perspective: str) -> Any:
    try:
        return view.box(side, perspective)
    except KeyError:
        raise NotFound("") from None


def _finding(view: EvaluationPage, key: str) -> FindingView:
    for box_view in view.boxes:
        for finding_view in box_view.findings:
            if finding_view.id == key:
                return finding_view
    raise NotFound("")
