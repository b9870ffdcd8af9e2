"""Versions: published whole, or drafted, saved and published; a published one is never changed."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from stillads.audit.actions.record import record
from stillads.kernel.rules import Conflict, NotFound, RuleError
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import check_may

from ..format.canonical import canonical, data_of, digest
from ..format.playbook import FORMAT
from ..format.playbook import Playbook as Content
from ..models import Instrument, Playbook, PlaybookVersion
from ..permissions import EDIT
from ..reading import load


@transaction.atomic
def publish_playbook(
    *, content: Content, origin: str = Playbook.Origin.HERE, viewer: Viewer, at: datetime
) -> PlaybookVersion:
    """A whole playbook becomes the next version of its key. The same content again gives the one that is there."""
    check_may(viewer, EDIT)
    text = canonical(data_of(content))
    row, _new = Playbook.objects.select_for_update().get_or_create(
        key=content.key, defaults={"title": content.title.da, "origin": origin}
    )
    newest = row.versions.filter(published_at__isnull=False).order_by("-number").first()
    if newest is not None and newest.sha256 == digest(text):
        return newest
    version = PlaybookVersion(playbook=row, number=_next_number(row), format_version=FORMAT)
    return _publish(version, content, text, viewer, at)


@transaction.atomic
def begin_draft(
    *, key: str, title: str, data: Mapping[str, Any] | None = None, viewer: Viewer, at: datetime
) -> PlaybookVersion:
    """A draft of the playbook `key`: of `data`, else of its newest version, else empty.

    One draft at a time: begun again it gives the one that is there. RuleError where the key is no key.
    """
    check_may(viewer, EDIT)
    row, _new = Playbook.objects.select_for_update().get_or_create(key=key, defaults={"title": title})
    there = row.versions.filter(published_at__isnull=True).first()
    if there is not None:
        return there
    newest = row.versions.order_by("-number").first()
    start: Mapping[str, Any] = json.loads(newest.content) if newest else {"format": FORMAT, "key": key}
    text = canonical(data if data is not None else start)
    version = PlaybookVersion.objects.create(
        playbook=row,
        number=_next_number(row),
        format_version=FORMAT,
        content=text,
        sha256=digest(text),
        changed_at=at,
        changed_by=viewer.name,
    )
    _log("playbooks.begin", version, viewer, at)
    return version


@transaction.atomic
def save_draft(
    *, version: str, data: Mapping[str, Any], revision: int, viewer: Viewer, at: datetime
) -> PlaybookVersion:
    """Writes the draft, whole or not. Raises Conflict where somebody saved since `revision` was read."""
    check_may(viewer, EDIT)
    row = _draft(version)
    if row.revision != revision:
        raise Conflict(_("Somebody else saved this just before you. Read it again, then save once more."))
    text = canonical(data)
    row.content, row.sha256 = text, digest(text)
    row.revision += 1
    row.changed_at, row.changed_by = at, viewer.name
    row.save()
    _log("playbooks.save", row, viewer, at)
    return row


@transaction.atomic
def publish_draft(*, version: str, content: Content, viewer: Viewer, at: datetime) -> PlaybookVersion:
    """The draft, as it was read without a fault, becomes a version that never changes.

    content  what `reading.check_data` made of the draft; Conflict where the draft has changed since
    """
    check_may(viewer, EDIT)
    row = _draft(version)
    text = canonical(data_of(content))
    if canonical(data_of(load(row.content))) != text:
        raise Conflict(_("Somebody else saved this just before you. Read it again, then save once more."))
    if content.key != row.playbook.key:
        raise RuleError(_("The key belongs to another playbook."), field="key")
    return _publish(row, content, text, viewer, at)


@transaction.atomic
def discard_draft(*, version: str, viewer: Viewer, at: datetime) -> None:
    """Throws a draft away; a playbook that then has no version goes with it."""
    check_may(viewer, EDIT)
    row = _draft(version)
    _log("playbooks.discard", row, viewer, at)
    playbook = row.playbook
    row.delete()
    if not playbook.versions.exists():
        playbook.delete()


def _publish(
    version: PlaybookVersion, content: Content, text: str, viewer: Viewer, at: datetime
) -> PlaybookVersion:
    version.content, version.sha256 = text, digest(text)
    version.published_at, version.published_by = at, viewer.name
    version.changed_at, version.changed_by = at, viewer.name
    version.save()
    Instrument.objects.bulk_create(
        Instrument(version=version, key=made.key, kind=made.kind) for made in content.instruments
    )
    playbook = version.playbook
    playbook.title = content.title.da
    playbook.save()
    _log("playbooks.publish", version, viewer, at)
    return version


def _draft(version: str) -> PlaybookVersion:
    row = PlaybookVersion.objects.select_for_update().filter(public_id=version).first()
    if row is None:
        raise NotFound(_("There is nothing here by that name."))
    if row.published_at is not None:
        raise RuleError(_("The version is published and stays as it is. Begin a new draft."))
    return row


def _next_number(row: Playbook) -> int:
    highest = row.versions.aggregate(highest=Max("number"))["highest"]
    return int(highest or 0) + 1


def _log(verb: str, row: PlaybookVersion, viewer: Viewer, at: datetime) -> None:
    record(
        viewer=viewer,
        verb=verb,
        target=f"playbook:{row.playbook.key}",
        target_name=row.playbook.title,
        data={"version": row.number, "sha256": row.sha256},
        at=at,
    )
