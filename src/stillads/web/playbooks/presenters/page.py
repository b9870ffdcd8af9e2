"""A playbook in words: theory, instruments, measures, what it stands on."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stillads.kernel.clock import local_day
from stillads.kernel.dates import format_date
from stillads.playbooks.format.items import flat
from stillads.playbooks.format.openings import Opening
from stillads.playbooks.format.playbook import Playbook
from stillads.playbooks.format.theory import Theory
from stillads.playbooks.kinds import InstrumentDefinition
from stillads.playbooks.queries.page import PlaybookPage

from .words import LEVELS, REQUIRES, WHO, minutes_said


def page_answer(page: PlaybookPage) -> str:
    """Which version is shown and what it costs."""
    if page.content is None:
        return _("The playbook is being written. Nothing is published yet.")
    words = {"n": page.shown, "minutes": minutes_said(page.content.minutes_a_week)}
    if page.versions and page.shown != page.versions[0].number:
        return _("This is version %(n)d. There is a newer one.") % words
    return _("Version %(n)d. It costs each employee %(minutes)s a week.") % words


def chain(theory: Theory) -> list[dict[str, Any]]:
    """The effect chain by level: each link with what it leads to."""
    texts = {link.key: link.text for link in theory.chain}
    return [
        {
            "level": word,
            "links": [
                {"text": link.text, "to": [texts[key] for key in link.leads_to if key in texts]}
                for link in theory.chain
                if link.level == level
            ],
        }
        for level, word in LEVELS.items()
        if any(link.level == level for link in theory.chain)
    ]


def instrument_line(made: InstrumentDefinition, url: str) -> dict[str, Any]:
    """What is registered, by whom, when, for what, and what it costs."""
    asked = sum(1 for items in made.forms().values() for _item in flat(items))
    return {
        "title": made.title,
        "kind": made.word,
        "what": made.what,
        "used_for": made.used_for,
        "by": ", ".join(str(WHO[each]) for each in made.by),
        "when": opening_said(made.open),
        "minutes": minutes_said(made.cost.minutes_a_week) if made.cost else _("nothing said"),
        "questions": ngettext("%(n)d question", "%(n)d questions", asked) % {"n": asked},
        "url": url,
    }


def opening_said(opening: Opening) -> str:
    """When it is open."""
    parts = [
        word
        for open_, word in (
            (opening.baseline, _("before start")),
            (opening.trial, _("in the 100 days")),
            (opening.after, _("in daily operation afterwards")),
        )
        if open_
    ]
    return ", ".join(parts) or _("never")


def facts(page: PlaybookPage, themes: Mapping[str, str]) -> list[tuple[str, str]]:
    """What stands beside the page."""
    content = page.content
    if content is None:
        return []
    rows = [
        (_("Theme"), themes.get(content.theme, content.theme)),
        (_("Target group"), content.target_group),
        (
            _("Time"),
            _("%(minutes)s per employee and week") % {"minutes": minutes_said(content.minutes_a_week)},
        ),
        (_("Taking part"), str(REQUIRES[content.participation.requires])),
        (_("Source"), content.source.text),
    ]
    return [(label, value) for label, value in rows if value]


def laws(content: Playbook, names: Mapping[str, str]) -> list[tuple[str, str]]:
    """The provisions it stands on, with a remark."""
    return [(names.get(law.key, law.key), law.note) for law in content.legal_basis]


def version_lines(page: PlaybookPage) -> list[dict[str, str]]:
    """The published versions, the newest first, each with the way to what changed."""
    found = []
    for at, row in enumerate(page.versions):
        before = page.versions[at + 1].number if at + 1 < len(page.versions) else None
        changes = reverse("playbooks:changes", args=[page.key, before, row.number]) if before else ""
        found.append(
            {
                "title": _("Version %(n)d") % {"n": row.number},
                "day": format_date(local_day(row.at)),
                "by": row.by,
                "url": reverse("playbooks:version", args=[page.key, row.number]),
                "changes": changes,
            }
        )
    return found
