"""The library in words."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stillads.kernel.clock import local_day
from stillads.kernel.dates import format_date
from stillads.playbooks.queries.listing import PlaybookRow, ShelfRow

from .words import minutes_said


@dataclass(frozen=True, slots=True)
class ListLine:
    """A playbook in the list."""

    title: str
    url: str
    question: str
    theme: str
    minutes: str
    version: str
    draft: str
    draft_url: str
    from_library: bool


def list_line(row: PlaybookRow, themes: Mapping[str, str], *, may_edit: bool) -> ListLine:
    """One row. The draft is for those who may write on it."""
    version = _("not published yet")
    if row.number is not None and row.published_at is not None:
        version = _("Version %(n)d, %(day)s") % {
            "n": row.number,
            "day": format_date(local_day(row.published_at)),
        }
    draft = row.draft if may_edit else None
    return ListLine(
        title=row.said.title or row.title,
        url=reverse("playbooks:playbook", args=[row.key]),
        question=row.said.question,
        theme=themes.get(row.said.theme, row.said.theme),
        minutes=minutes_said(row.said.minutes),
        version=version,
        draft=_("Draft of %(day)s") % {"day": format_date(local_day(draft))} if draft else "",
        draft_url=reverse("playbooks:edit", args=[row.key]) if draft else "",
        from_library=row.origin == "library",
    )


def shelf_line(row: ShelfRow, themes: Mapping[str, str]) -> dict[str, str]:
    """A playbook that can be taken in."""
    return {
        "title": row.said.title,
        "question": row.said.question,
        "theme": themes.get(row.said.theme, row.said.theme),
        "minutes": minutes_said(row.said.minutes),
        "url": reverse("playbooks:take_in", args=[row.key]),
    }


def list_answer(rows: list[PlaybookRow]) -> str:
    """How many there are, and how many are being written."""
    if not rows:
        return ""
    published = sum(row.number is not None for row in rows)
    said = ngettext(
        "One playbook is ready to be used.", "%(n)d playbooks are ready to be used.", published
    ) % {"n": published}
    drafts = sum(row.draft is not None for row in rows)
    if not drafts:
        return said
    more = ngettext("One is being written.", "%(n)d are being written.", drafts) % {"n": drafts}
    return f"{said} {more}"
