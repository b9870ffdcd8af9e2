"""One playbook with its versions, and its draft."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from stillads.kernel.rules import NotFound
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import check_may

from ..format.playbook import Playbook as Content
from ..loading import playbook_of
from ..models import Playbook, PlaybookVersion
from ..permissions import EDIT, READ


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A published version."""

    number: int
    public_id: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class PlaybookPage:
    """`content` and `shown` are of the version that is looked at; None and nought while there is only a draft.

    versions  published, the newest first
    """

    key: str
    title: str
    origin: str
    content: Content | None
    shown: int
    versions: tuple[VersionRow, ...]
    draft: datetime | None
    draft_by: str


@dataclass(frozen=True, slots=True)
class DraftView:
    """A draft as it stands: plain data, and how often it was saved."""

    key: str
    title: str
    public_id: str
    number: int
    revision: int
    data: Mapping[str, Any]
    published: bool  # is there a version before it?
    changed_at: datetime | None
    changed_by: str


def playbook_page(key: str, *, number: int | None = None, viewer: Viewer) -> PlaybookPage:
    """The playbook with its newest version, or version `number`. NotFound where there is none."""
    check_may(viewer, READ)
    row, versions = _with_versions(key)
    published = [each for each in versions if each.published_at is not None]
    draft = next((each for each in versions if each.published_at is None), None)
    shown = next((each for each in published if number in {None, each.number}), None)
    if number is not None and shown is None:
        raise NotFound(_("There is no such version of a playbook."))
    return PlaybookPage(
        key=row.key,
        title=row.title,
        origin=row.origin,
        content=playbook_of(shown) if shown else None,
        shown=shown.number if shown else 0,
        versions=tuple(
            VersionRow(each.number, each.public_id, each.published_at, each.published_by)
            for each in published
            if each.published_at is not None
        ),
        draft=draft.changed_at if draft else None,
        draft_by=draft.changed_by if draft else "",
    )


def version_content(key: str, number: int, *, viewer: Viewer) -> Content:
    """A published version. NotFound where there is none."""
    found = playbook_page(key, number=number, viewer=viewer).content
    if found is None:
        raise NotFound(_("There is no such version of a playbook."))
    return found


def draft_of(key: str, *, viewer: Viewer) -> DraftView:
    """The draft of the playbook. NotFound where there is none."""
    check_may(viewer, EDIT)
    row, versions = _with_versions(key)
    draft = next((each for each in versions if each.published_at is None), None)
    if draft is None:
        raise NotFound(_("The playbook has no draft. Begin one on its page."))
    return DraftView(
        key=row.key,
        title=row.title,
        public_id=draft.public_id,
        number=draft.number,
        revision=draft.revision,
        data=json.loads(draft.content),
        published=len(versions) > 1,
        changed_at=draft.changed_at,
        changed_by=draft.changed_by,
    )


def keys_taken() -> set[str]:
    """The keys of all playbooks. Public knowledge."""
    return set(Playbook.objects.values_list("key", flat=True))


def _with_versions(key: str) -> tuple[Playbook, list[PlaybookVersion]]:
    row = Playbook.objects.filter(key=key).first()
    if row is None:
        raise NotFound(_("There is no such playbook."))
    return row, list(row.versions.order_by("-number"))
