"""Recommendation, ratings, the small economy, and numbers typed by hand."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from stillads.evaluation import actions
from stillads.evaluation.permissions import READ
from stillads.evaluation.queries import evaluation_of, people_who_may_own
from stillads.kernel.clock import now
from stillads.kernel.rules import NotFound
from stillads.trials.actions.figures import add_figure
from stillads.trials.figure_rules import FigureInput
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.forms import run

from ..forms import FigureForm, LineForm, PartForm, RatingForm
from ..presenters import Editing
from ..presenters.page import criterion_choices, perspective_choices
from .answering import done, keeps_what_was_typed, refuses_in_place, save, show


@keeps_what_was_typed
@require_http_methods(["GET", "HEAD", "POST"])
@page(READ)
def part_new(request: PageRequest, phase: str) -> HttpResponse:
    """A new part of the recommendation."""
    form = _part_form(request, "del_ny_%s")
    if request.method == "POST":
        return save(
            request,
            phase,
            "recommendation",
            "new:part",
            form,
            lambda said: actions.add_part(
                phase=phase,
                **_part(said),
                idempotency_key=said["idempotency_key"],
                viewer=request.viewer,
                at=now(),
            ),
        )
    editing = None if "vis" in request.GET else Editing("new:part", form)
    return show(request, phase, "recommendation", editing)


@keeps_what_was_typed
@require_http_methods(["GET", "HEAD", "POST"])
@page(READ)
def part(request: PageRequest, phase: str, key: str) -> HttpResponse:
    """One part: open for writing, saved."""
    view = next((item for item in evaluation_of(phase, request.viewer).parts if item.id == key), None)
    if view is None:
        raise NotFound("")
    initial = {
        "proposal": view.proposal,
        "text": view.plain,
        "owner": view.owner_id,
        "due": view.due,
        "version": view.version,
    }
    form = _part_form(request, f"del_{key}_%s", initial)
    if request.method == "POST":
        return save(
            request,
            phase,
            "recommendation",
            f"part:{key}",
            form,
            lambda said: actions.edit_part(
                part=key, **_part(said), version=said["version"], viewer=request.viewer, at=now()
            ),
        )
    return show(request, phase, "recommendation", Editing(f"part:{key}", form))


@require_POST
@page(READ)
@refuses_in_place
def part_move(request: PageRequest, phase: str, key: str) -> HttpResponse:
    """Up or down."""
    earlier = request.POST.get("retning") == "op"
    actions.move_part(part=key, earlier=earlier, viewer=request.viewer, at=now())
    return done(request, phase, "recommendation")


@require_POST
@page(READ)
@refuses_in_place
def part_remove(request: PageRequest, phase: str, key: str) -> HttpResponse:
    """Out of the recommendation."""
    actions.remove_part(part=key, viewer=request.viewer, at=now())
    return done(request, phase, "recommendation")


@keeps_what_was_typed
@require_http_methods(["GET", "HEAD", "POST"])
@page(READ)
def rating(request: PageRequest, phase: str, perspective: str) -> HttpResponse:
    """The rating of one perspective."""
    target, auto = f"rating:{perspective}", f"vurdering_{perspective}_%s"
    if request.method == "POST":
        form = RatingForm(request.POST, auto_id=auto)
        return save(
            request,
            phase,
            target,
            target,
            form,
            lambda said: actions.set_rating(
                phase=phase,
                perspective=perspective,
                value=form.rating(),
                why=said["why"],
                version=said["version"],
                viewer=request.viewer,
                at=now(),
            ),
        )
    if "vis" in request.GET:
        return show(request, phase, target)
    ratings = evaluation_of(phase, request.viewer).ratings
    view = next((item for item in ratings if item.perspective == perspective), None)
    if view is None:
        raise NotFound("")
    value = "" if not view.given else "none" if view.value is None else str(view.value)
    initial = {"value": value, "why": view.why, "version": view.version}
    return show(request, phase, target, Editing(target, RatingForm(initial=initial, auto_id=auto)))


@keeps_what_was_typed
@require_http_methods(["GET", "HEAD", "POST"])
@page(READ)
def line_new(request: PageRequest, phase: str) -> HttpResponse:
    """A new line of the economy."""
    if request.method == "POST":
        form = LineForm(request.POST, auto_id="linje_ny_%s")
        return save(
            request,
            phase,
            "ledger",
            "new:line",
            form,
            lambda said: actions.add_ledger_line(
                phase=phase,
                **form.said(),
                idempotency_key=said["idempotency_key"],
                viewer=request.viewer,
                at=now(),
            ),
        )
    form = LineForm(initial={"estimate": True, "way": "gained"}, auto_id="linje_ny_%s")
    return show(request, phase, "ledger", None if "vis" in request.GET else Editing("new:line", form))


@keeps_what_was_typed
@require_http_methods(["GET", "HEAD", "POST"])
@page(READ)
def line(request: PageRequest, phase: str, key: str) -> HttpResponse:
    """One line: open for writing, saved."""
    auto = f"linje_{key}_%s"
    if request.method == "POST":
        form = LineForm(request.POST, auto_id=auto)
        return save(
            request,
            phase,
            "ledger",
            f"ledger:{key}",
            form,
            lambda said: actions.edit_ledger_line(
                line=key, **form.said(), version=said["version"], viewer=request.viewer, at=now()
            ),
        )
    view = next((item for item in evaluation_of(phase, request.viewer).lines if item.id == key), None)
    if view is None:
        raise NotFound("")
    names = ("what", "kind", "rhythm", "who", "method", "estimate", "version")
    initial: dict[str, Any] = {name: getattr(view, name) for name in names}
    initial |= {"amount": abs(view.amount), "way": "gained" if view.amount > 0 else "spent"}
    return show(request, phase, "ledger", Editing(f"ledger:{key}", LineForm(initial=initial, auto_id=auto)))


@require_POST
@page(READ)
@refuses_in_place
def line_remove(request: PageRequest, phase: str, key: str) -> HttpResponse:
    """Out of the sums."""
    actions.remove_ledger_line(line=key, viewer=request.viewer, at=now())
    return done(request, phase, "ledger")


@keeps_what_was_typed
@require_http_methods(["GET", "HEAD", "POST"])
@page(READ)
def figure_new(request: PageRequest, phase: str) -> HttpResponse:
    """A number typed by hand, with method, source and date."""
    view = evaluation_of(phase, request.viewer)
    form = FigureForm(
        request.POST if request.method == "POST" else None,
        criteria=criterion_choices(view),
        perspectives=perspective_choices(),
    )
    if request.method == "POST":
        made = run(form, lambda said: _add_figure(request, phase, said))
        if made is not None:
            messages.success(request, _("The number stands in the list now."))
            return redirect("evaluation:page", phase)
    status = 422 if form.is_bound else 200
    return render(request, "evaluation/figure.html", {"phase": view.phase, "form": form}, status=status)


def _add_figure(request: PageRequest, phase: str, said: dict[str, Any]) -> object:
    names = (
        "label", "value", "unit", "numerator", "denominator", "before", "criterion", "perspective", "method",
        "source", "dated", "estimate",
    )  # fmt: skip
    given: dict[str, Any] = {name: said[name] for name in names}
    figure = FigureInput(**given | {"criterion": said["criterion"] or None})
    return add_figure(
        phase=phase, figure=figure, idempotency_key=said["idempotency_key"], viewer=request.viewer, at=now()
    )


def _part_form(request: PageRequest, auto_id: str, initial: dict[str, Any] | None = None) -> PartForm:
    data = request.POST if request.method == "POST" else None
    return PartForm(data, initial=initial, auto_id=auto_id, people=people_who_may_own(request.viewer))


def _part(said: dict[str, Any]) -> dict[str, Any]:
    return {name: said[name] for name in ("proposal", "text", "owner", "due")}
