"""One case in sentences: where it is, who has the ball, what was done."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from stillads.capture.cases.flow import offered
from stillads.capture.queries.cases import CasePage, StepDone
from stillads.kernel.clock import local_day
from stillads.kernel.dates import format_date

from ..forms import SpokenForm, StepForm
from .flow import drawn_flow
from .lists import run_text, tag_of


def case_context(page: CasePage, today: date, sent: StepForm | None = None) -> dict[str, Any]:
    """What the template places. `sent`: the step's form that was refused, with what was typed."""
    line, now = page.line, page.now
    return {
        "heading": now.title if now else _("Ended: %(outcome)s") % {"outcome": line.outcome},
        "page": page,
        "line": line,
        "tag": tag_of(line, today),
        "ball": line.assigned or line.role,
        "since": _since(page),
        "step": now,
        "form": (sent or step_form(page)) if now and not line.left else None,
        "sent": sent,
        "ways": _buttons(page),
        "spoken": SpokenForm(initial={"version": line.version}, auto_id="spoken-%s")
        if now and now.spoken
        else None,
        "facts": _facts(page, today),
        "history": [_happened(step) for step in reversed(page.taken)] + [_began(page)],
        "photos": _photos(page),
        "drawn": drawn_flow(page.definition, here=now.key if now else ""),
        "mark_copied": format_date(local_day(page.mark_copied_at)) if page.mark_copied_at else "",
    }


def step_form(page: CasePage, told: Mapping[str, Any] | None = None) -> StepForm:
    """The form of the step at which the case is: empty where the step asks for nothing. `told`: what was sent."""
    assert page.now is not None  # noqa: S101  (an open case)
    return StepForm(
        **(told or {}),
        items=page.definition.forms()[page.now.key],
        step=page.now,
        offered=page.offered,
        given={"version": page.line.version},
    )


def _buttons(page: CasePage) -> list[tuple[str, str, str]]:
    """(words, where to, kind) of the buttons: each way, or one where the answers decide."""
    if page.now is None:
        return []
    ways = offered(page.now, page.answers)
    if not ways:
        return [(_("Save and go on"), "", "primary")]
    kind = "primary" if len(ways) == 1 else "secondary"
    return [(way.text, way.to, kind) for way in ways]


def _since(page: CasePage) -> str:
    last = local_day(page.taken[-1].done_at) if page.taken else page.line.started_on
    return _("since %(day)s") % {"day": format_date(last, year=False)}


def _facts(page: CasePage, today: date) -> list[tuple[str, str]]:
    line = page.line
    rows = [(_("Citizen"), line.pseudonym), (_("Begun"), format_date(line.started_on))]
    if line.due_on:
        rows.append((_("Due by"), format_date(line.due_on)))
    if line.follow_up_on:
        rows.append((_("Looked at again"), format_date(line.follow_up_on)))
    if line.ended_on:
        rows.append((_("Ended"), format_date(line.ended_on)))
    rows.append((_("Has taken") if line.ended_on else _("Has run for"), run_text(line, today)))
    rows += [
        (_("Minutes, %(who)s") % {"who": who.lower()}, str(minutes))
        for who, minutes in page.minutes
        if minutes
    ]
    return rows


def _began(page: CasePage) -> tuple[str, str, str]:
    return format_date(page.line.started_on), _("Begun"), _answers(page.began_with)


def last_said(page: CasePage) -> str:
    """The step that can be taken back, in words; empty where there is none."""
    standing = [step for step in page.taken if step.how != "back" and not step.taken_back]
    return _happened(standing[-1])[1] if standing else ""


def _photos(page: CasePage) -> list[tuple[str, str]]:
    """(words, address) of every photo, the newest first."""
    held = [(step.title, step.entry, photo) for step in reversed(page.taken) for photo in step.photos]
    held += [(_("Begun"), page.began, photo) for photo in page.began_photos]
    return [
        (f"{title}: {question}", reverse("register:photo", args=[entry, photo]))
        for title, entry, (question, photo) in held
    ]


def _happened(step: StepDone) -> tuple[str, str, str]:
    what = {
        "back": _("Taken back: %(step)s") % {"step": step.title},
        "form": f"{step.title} → {step.to}",
        "spoken": _("%(step)s, handed over by word → %(to)s") % {"step": step.title, "to": step.to},
        "cancelled": _("Broken off at “%(step)s”") % {"step": step.title},
    }[step.how]
    late = _("after its day") if step.late and step.how != "back" else ""
    gone = _("was taken back later") if step.taken_back else ""
    by = ", ".join(filter(None, (step.done_by, late, gone)))
    said = " ".join(filter(None, (f"{by}." if by else "", step.reason, _answers(step.answers))))
    return format_date(local_day(step.done_at)), what, said


def _answers(answers: tuple[tuple[str, str], ...]) -> str:
    return " ".join(f"{question} {answer.rstrip('.')}." for question, answer in answers)
