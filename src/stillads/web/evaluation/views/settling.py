"""Two versions side by side: which shall stand?"""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from stillads.evaluation import actions
from stillads.evaluation.permissions import READ
from stillads.evaluation.queries import evaluation_of
from stillads.evaluation.queries.types import EvaluationPage, KeptView
from stillads.kernel.clock import now
from stillads.kernel.rules import NotFound
from stillads.web.shell.access import PageRequest, page

from .answering import anchor_of, done, keeps_what_was_typed, refuses_in_place

_CHOICES = {"min": actions.STAY, "anden": actions.TAKE, "samlet": actions.JOIN}


@keeps_what_was_typed
@require_POST
@page(READ)
@refuses_in_place
def settle(request: PageRequest, phase: str, kept: str) -> HttpResponse:
    """`valg`: what stands stays, the other one takes its place, or both are joined in `text`."""
    view = evaluation_of(phase, request.viewer)
    target = _target(view, kept)
    part = _part_of(view, target)
    version = request.POST.get("version", "")
    saved = actions.settle_kept_save(
        kept=kept,
        choice=_CHOICES.get(request.POST.get("valg", ""), ""),
        text=request.POST.get("text", ""),
        version=int(version) if version.isdigit() and version != "0" else None,
        viewer=request.viewer,
        at=now(),
    )
    if saved.kept:
        messages.warning(request, _("Somebody saved once more meanwhile. Both versions are still here."))
    if part and request.htmx:
        return done(request, phase, part)
    return redirect(f"{reverse('evaluation:page', args=[phase])}#{anchor_of(part) if part else 'fjernet'}")


def _target(view: EvaluationPage, kept: str) -> str:
    found: list[KeptView] = [*view.orphans]
    for things in (view.texts.values(), view.boxes, view.parts, view.ratings, view.lines):
        found += [item for thing in things for item in thing.kept]
    found += [item for box in view.boxes for finding in box.findings for item in finding.kept]
    for item in found:
        if item.id == kept:
            return item.target
    raise NotFound("")


def _part_of(view: EvaluationPage, target: str) -> str:
    kind, _colon, key = target.partition(":")
    if kind == "finding":
        return next(
            (f"box:{box.side}:{box.perspective}" for box in view.boxes for f in box.findings if f.id == key),
            "",
        )
    if kind in {"text", "box", "rating"}:
        return target
    known = {part.id for part in view.parts} | {line.id for line in view.lines}
    return {"part": "recommendation", "ledger": "ledger"}[kind] if key in known else ""
