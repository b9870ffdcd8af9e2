"""Choosing the playbook of a phase, and moving to a newer version of it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from stillads.capture.queries.registered import registered_in
from stillads.kernel.clock import now
from stillads.playbooks.moving import move_between
from stillads.playbooks.queries.listing import playbooks
from stillads.trials.actions.playbook import choose_playbook
from stillads.trials.permissions import EDIT, READ
from stillads.trials.queries.playbook import Offered, PhasePlaybook, offered, phase_playbook
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.form_page import form_page
from stillads.web.shell.forms import PageForm

from ..presenters.playbook import choice_answer, choice_lines, minutes, move_parts, named
from .frame import context, with_phase, words


@page(READ)
def choices(request: PageRequest, trial: str, phase: str) -> HttpResponse:
    """What the phase runs on, whether there is a newer version, and what else could be chosen."""
    found, row = with_phase(request, trial, phase)
    held = phase_playbook(row.id, viewer=request.viewer)
    newer = held.newer
    more: dict[str, Any] = {
        "phase": row,
        "heading": _("Playbook"),
        "answer": choice_answer(held),
        "refused": held.refusal,
        "newer": named(newer) if newer else "",
        "newer_url": reverse("trials:playbook_choose", args=[trial, phase, newer.public_id])
        if newer and not held.refusal
        else "",
        "now_url": reverse("playbooks:version", args=[held.now.content.key, held.now.number])
        if held.now
        else "",
    }
    if not held.refusal:
        more["lines"] = choice_lines(playbooks(viewer=request.viewer), held, found, phase)
    return render(request, "trials/playbook.html", context(found, "trial", **more))


@page(EDIT)
def choose(request: PageRequest, trial: str, phase: str, version: str) -> HttpResponse:
    """What it means to run on this version; then the phase does."""
    found, row = with_phase(request, trial, phase)
    held = phase_playbook(row.id, viewer=request.viewer)
    wanted = offered(version, viewer=request.viewer)
    text = words(
        found,
        named(wanted),
        _("Move to this version") if held.now else _("Run on this playbook"),
        to=reverse("trials:playbook", args=[trial, phase]),
        answer=_("It costs %(minutes)s.") % {"minutes": minutes(wanted.content)},
        said=_("The trial runs on %(playbook)s now.") % {"playbook": named(wanted)},
        refused=_refused(held, wanted),
    )

    def act(data: dict[str, Any]) -> object:
        return choose_playbook(phase=row.public_id, version=version, viewer=request.viewer, at=now())

    more = {"move": _move(request, held, wanted), "content": wanted.content, "held": held}
    form = PageForm(request.POST if request.method == "POST" else None)
    return form_page(request, form, text, act, template="trials/playbook_choose.html", context=more)


def _refused(held: PhasePlaybook, wanted: Offered) -> object:
    if held.now is not None and held.now.public_id == wanted.public_id:
        return _("The trial runs on this version already.")
    return held.refusal


def _move(request: PageRequest, held: PhasePlaybook, wanted: Offered) -> list[tuple[str, str, list[str]]]:
    if held.now is None or held.now.public_id == wanted.public_id:
        return []
    registrations = registered_in(held.phase_id, held.now.id, viewer=request.viewer)
    return move_parts(move_between(held.now.content, wanted.content, registrations))
