"""The page of a round's booklet."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stillads.booklet.permissions import PUBLISH
from stillads.booklet.queries.editions import EditionView
from stillads.booklet.queries.overview import BookletOverview, ChapterState
from stillads.booklet.rendering import FORMS
from stillads.booklet.rules import can_edit, check_can_publish
from stillads.kernel.clock import local_day
from stillads.kernel.dates import format_date
from stillads.kernel.rules import refusal
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import may

from .links import edition_links


@dataclass(frozen=True, slots=True)
class ChapterRow:
    """One trial: what it lacks, as sentences, and who has the ball."""

    number: int
    title: str
    sheet_url: str
    state: str
    tone: str
    missing: tuple[str, ...]
    ball: str


@dataclass(frozen=True, slots=True)
class FilesLine:
    """The files of an edition: how many are there, and where the page asks for more."""

    done: int
    total: int
    complete: bool
    href: str
    links: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class EditionRow:
    """One published edition."""

    number: int
    url: str
    published: str
    note: str
    sha256: str
    newest: bool
    files: FilesLine


@dataclass(frozen=True, slots=True)
class OverviewPage:
    """What the template shows."""

    key: str
    round_title: str
    title: str
    answer: str
    chapters: list[ChapterRow]
    editions: list[EditionRow]
    has_foreword: bool
    may_edit: bool
    may_publish: bool
    refusal: str
    publish_text: str
    front_url: str
    preview_url: str
    publish_url: str


def present(found: BookletOverview, viewer: Viewer) -> OverviewPage:
    """The page for this viewer."""
    reason = refusal(check_can_publish, found.standing, viewer)
    return OverviewPage(
        key=found.round_key,
        round_title=found.round_title,
        title=found.front.title,
        answer=_answer(found),
        chapters=[_chapter(found.round_key, chapter) for chapter in found.chapters],
        editions=[_edition(edition) for edition in found.editions],
        has_foreword=found.standing.has_foreword,
        may_edit=can_edit(viewer),
        may_publish=may(viewer, PUBLISH),
        refusal=str(reason or ""),
        publish_text=_("Publish edition %(n)d") % {"n": found.next_number},
        front_url=reverse("booklet:front", args=[found.round_key]),
        preview_url=reverse("booklet:preview", args=[found.round_key]),
        publish_url=reverse("booklet:publish", args=[found.round_key]),
    )


def _answer(found: BookletOverview) -> str:
    standing = found.standing
    if not standing.chapters:
        return _("No trial of the round has begun yet, so the booklet is empty.")
    if standing.unapproved:
        return ngettext(
            "One of %(all)d chapters is not approved yet.",
            "%(n)d of %(all)d chapters are not approved yet.",
            standing.unapproved,
        ) % {"n": standing.unapproved, "all": standing.chapters}
    if not standing.has_foreword:
        return _("All chapters are approved. The foreword is missing.")
    if found.editions:
        return _("Edition %(n)d is published.") % {"n": found.editions[0].number}
    return _("Everything is there. The booklet can be published.")


def _chapter(key: str, chapter: ChapterState) -> ChapterRow:
    return ChapterRow(
        number=chapter.number,
        title=chapter.title,
        sheet_url=reverse("booklet:sheet", args=[key, chapter.phase_id]),
        state=chapter.state_word,
        tone="good" if chapter.approved else "warning",
        missing=chapter.missing if not chapter.approved else (),
        ball="" if chapter.approved else chapter.ball,
    )


def files_line(edition: EditionView) -> FilesLine:
    """How far the files are."""
    complete = edition.complete
    href = "" if complete else reverse("booklet:files", args=[edition.round_key, edition.number])
    return FilesLine(len(edition.ready), len(FORMS), complete, href, edition_links(edition))


def _edition(edition: EditionView) -> EditionRow:
    return EditionRow(
        number=edition.number,
        url=reverse("booklet:edition", args=[edition.round_key, edition.number]),
        published=_("Published on %(date)s by %(name)s")
        % {"date": format_date(local_day(edition.published_at)), "name": edition.published_by},
        note=edition.note,
        sha256=edition.sha256,
        newest=edition.newest,
        files=files_line(edition),
    )
