"""The playbook of a phase in words: which one, what it costs, what a move to another would bring."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stillads.kernel.numbers import format_number
from stillads.playbooks.format.playbook import Playbook
from stillads.playbooks.moving import Lost, Move
from stillads.playbooks.queries.listing import PlaybookRow
from stillads.trials.queries.playbook import Offered, PhasePlaybook
from stillads.trials.queries.trial_page import TrialPage


def playbook_note(found: PhasePlaybook, page: TrialPage) -> dict[str, str] | None:
    """For the trial's own page; None where there is none and nobody here may choose one."""
    if page.phase is None or (found.now is None and found.refusal):
        return None
    url = reverse("trials:playbook", args=[page.public_id, page.phase.public_id])
    if found.now is None:
        return {"text": _("No playbook is chosen."), "newer": "", "url": url, "link": _("Choose a playbook")}
    newer = _("Version %(n)d has come.") % {"n": found.newer.number} if found.newer else ""
    return {"text": named(found.now), "newer": newer, "url": url, "link": _("See the playbook")}


def named(version: Offered) -> str:
    """`Faldregistrering, version 2`."""
    return _("%(title)s, version %(n)d") % {"title": version.content.title.da, "n": version.number}


def minutes(content: Playbook) -> str:
    """What it asks of each employee."""
    return minutes_text(content.minutes_a_week)


def minutes_text(number: float) -> str:
    """Minutes per employee and week."""
    return _("%(n)s minutes per employee and week") % {"n": format_number(round(number, 1))}


def choice_answer(found: PhasePlaybook) -> str:
    """What the phase runs on now."""
    if found.now is None:
        return _("No playbook is chosen. Choose one, and its instruments open on the trial's days.")
    words = {"playbook": named(found.now), "minutes": minutes(found.now.content)}
    return _("The trial runs on %(playbook)s: %(minutes)s.") % words


def choice_lines(
    rows: list[PlaybookRow], found: PhasePlaybook, page: TrialPage, phase: str
) -> list[dict[str, Any]]:
    """Every playbook that can be chosen, with what it costs."""
    now = found.now.public_id if found.now else ""
    return [
        {
            "title": row.said.title,
            "question": row.said.question,
            "minutes": minutes_text(row.said.minutes),
            "version": _("Version %(n)d") % {"n": row.number},
            "here": row.version == now,
            "url": reverse("trials:playbook_choose", args=[page.public_id, phase, row.version]),
            "read_url": reverse("playbooks:playbook", args=[row.key]),
        }
        for row in rows
        if row.version
    ]


def move_parts(move: Move) -> list[tuple[str, str, list[str]]]:
    """What a move means: (heading, sentence, lines); what is lost comes first."""
    parts = [
        (
            _("Cannot be taken along"),
            _("These instruments close. What was registered stays on the old version and is kept."),
            [_lost(each) for each in move.lost],
        ),
        (
            _("Is no longer measured"),
            _("The figures so far are kept, but nothing is added to them."),
            list(move.measures),
        ),
        (
            _("Is measured another way from now on"),
            _("Figures from before and after the move cannot be compared without a remark."),
            list(move.changed),
        ),
        (
            _("Expectations that the new version does not have"),
            _("Your own prediction stays as it is written."),
            list(move.criteria),
        ),
        (_("Goes on"), "", list(move.kept)),
        (_("Is new"), _("Opens as soon as the trial has moved."), list(move.began)),
    ]
    return [part for part in parts if part[2]]


def _lost(lost: Lost) -> str:
    n = lost.registrations
    if not n:
        return _("%(title)s: nothing is registered yet") % {"title": lost.title}
    said = ngettext("%(n)d registration", "%(n)d registrations", n) % {"n": n}
    return _("%(title)s: %(registrations)s") % {"title": lost.title, "registrations": said}
