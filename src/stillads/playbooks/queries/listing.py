"""The playbooks there are: of the house, and on the shelf of the library."""

import json
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from django.db.models import Prefetch

from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import check_may

from ..format.canonical import canonical, data_of, digest
from ..library import Shelved, shelf
from ..models import Playbook, PlaybookVersion
from ..permissions import READ
from ..summaries import Summary, summary_of


@dataclass(frozen=True, slots=True)
class PlaybookRow:
    """One playbook. `number` and `version` (public id) are of its newest version, None and empty before one.

    draft  when its draft was saved last; None where there is none
    """

    key: str
    title: str
    origin: str
    said: Summary
    number: int | None
    version: str
    published_at: datetime | None
    draft: datetime | None


@dataclass(frozen=True, slots=True)
class ShelfRow:
    """A playbook of the library that the house has not taken in as it stands there."""

    key: str
    number: int
    said: Summary


def playbooks(*, viewer: Viewer, text: str = "") -> list[PlaybookRow]:
    """By title. `text`: only those whose words hold it. Two queries."""
    check_may(viewer, READ)
    newest_first = Prefetch("versions", PlaybookVersion.objects.order_by("-number"))
    rows = [_row(row) for row in Playbook.objects.order_by("title_sort").prefetch_related(newest_first)]
    return [row for row in rows if _fits(row.said, row.title, text)]


def on_the_shelf(*, viewer: Viewer, text: str = "") -> list[ShelfRow]:
    """The newest version of each in the library whose content was never published here. One query."""
    check_may(viewer, READ)
    known = set(PlaybookVersion.objects.filter(published_at__isnull=False).values_list("sha256", flat=True))
    newest = {each.key: each for each in shelf()}
    read = [(each, _shelved(each.path, each.path.stat().st_mtime_ns, each)) for each in newest.values()]
    return [
        ShelfRow(each.key, each.version, found[1])
        for each, found in read
        if found is not None and found[0] not in known and _fits(found[1], "", text)
    ]


def _row(row: Playbook) -> PlaybookRow:
    versions = list(row.versions.all())
    newest = next((each for each in versions if each.published_at is not None), None)
    draft = next((each for each in versions if each.published_at is None), None)
    shown = newest or draft
    return PlaybookRow(
        key=row.key,
        title=row.title,
        origin=row.origin,
        said=summary_of(json.loads(shown.content) if shown else {}),
        number=newest.number if newest else None,
        version=newest.public_id if newest else "",
        published_at=newest.published_at if newest else None,
        draft=draft.changed_at if draft else None,
    )


@lru_cache(maxsize=64)
def _shelved(path: Path, changed: int, there: Shelved) -> tuple[str, Summary] | None:
    content = there.read().playbook
    if content is None:
        return None
    data = data_of(content)
    return digest(canonical(data)), summary_of(data)


def _fits(said: Summary, title: str, text: str) -> bool:
    words = " ".join((title, said.title, said.question, said.summary, said.theme)).lower()
    return all(word in words for word in text.lower().split())
