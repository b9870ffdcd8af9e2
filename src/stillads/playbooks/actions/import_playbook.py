"""A playbook's file becomes a draft."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from django.db import transaction

from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import check_may

from ..format.canonical import canonical, data_of, digest
from ..format.playbook import Playbook as Content
from ..models import Playbook, PlaybookVersion
from ..permissions import EDIT
from .versions import begin_draft, save_draft


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of it. `published`: that content is the newest published version, and no draft was begun."""

    key: str
    number: int
    what: Literal["created", "changed", "unchanged", "published"]


@transaction.atomic
def import_playbook(*, content: Content, viewer: Viewer, at: datetime) -> Imported:
    """The content as the draft of its key. Content that is there already changes nothing."""
    check_may(viewer, EDIT)
    data = data_of(content)
    sha256 = digest(canonical(data))
    newest, draft = _versions(content.key)
    if draft is None and newest is not None and newest.sha256 == sha256:
        return Imported(content.key, newest.number, "published")
    if draft is None:
        made = begin_draft(key=content.key, title=content.title.da, data=data, viewer=viewer, at=at)
        return Imported(content.key, made.number, "created")
    if draft.sha256 == sha256:
        return Imported(content.key, draft.number, "unchanged")
    save_draft(version=draft.public_id, data=data, revision=draft.revision, viewer=viewer, at=at)
    return Imported(content.key, draft.number, "changed")


def _versions(key: str) -> tuple[PlaybookVersion | None, PlaybookVersion | None]:
    """The newest published version and the draft. The row is locked, so that none is begun meanwhile."""
    row = Playbook.objects.select_for_update().filter(key=key).first()
    if row is None:
        return None, None
    newest = row.versions.filter(published_at__isnull=False).order_by("-number").first()
    return newest, row.versions.filter(published_at__isnull=True).first()
