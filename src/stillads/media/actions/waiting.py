"""Photos that are taken and not sent yet: they wait for the registration that they belong to."""

import hashlib
from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Final

from django.db import IntegrityError
from django.utils.translation import gettext_lazy as _

from stillads.kernel.rules import RuleError
from stillads.kernel.viewer import PUBLIC, Viewer, system_viewer

from ..models import MediaFile
from .remove import remove_file
from .store import store_photo

WAITS: Final = timedelta(days=2)
_FROM_PUBLIC: Final = 200  # so many may wait from an hour of links and kiosks


def keep_waiting(
    *,
    content: bytes,
    name: str,
    alt_text: str,
    permission: str,
    permission_note: str = "",
    sender: str,
    viewer: Viewer,
    at: datetime,
) -> MediaFile:
    """`store_photo` for a photo whose registration is not saved yet. What is never sent is gone after `WAITS`.

    sender  the form's own name for this sending, and the field: the same photo sent twice is one row
    Raises what `store_photo` raises, and RuleError (field photo) where links and kiosks have sent too many.
    """
    if viewer.actor == PUBLIC.actor:
        _check_room(at)
    digest = hashlib.sha256(f"{sender}:{hashlib.sha256(content).hexdigest()}".encode())
    ref = f"f{int(digest.hexdigest(), 16):x}"[:16]
    if there := _there(ref):
        return there
    try:
        return store_photo(
            content=content, name=name, alt_text=alt_text, permission=permission,
            permission_note=permission_note, ref=ref, waiting=True, viewer=viewer, at=at,
        )  # fmt: skip
    except IntegrityError:  # the same tap, twice at once
        there = _there(ref)
        if there is None:
            raise
        return there


def take_waiting(refs: Collection[str]) -> frozenset[str]:
    """Those of the photos that waited. They wait no more: what they belong to is being saved, in this transaction."""
    rows = MediaFile.objects.select_for_update().filter(
        public_id__in=refs, waiting_since__isnull=False, removed_at=None
    )
    found = frozenset(row.public_id for row in rows)
    rows.update(waiting_since=None)
    return found


def forget_waiting(at: datetime) -> int:
    """Removes what has waited longer than `WAITS`; how many that were."""
    rows = MediaFile.objects.filter(waiting_since__lt=at - WAITS, removed_at=None)
    refs = list(rows.values_list("public_id", flat=True))
    for ref in refs:
        remove_file(public_id=ref, reason="never sent", viewer=system_viewer("forget-waiting-photos"), at=at)
    return len(refs)


def _there(ref: str) -> MediaFile | None:
    return MediaFile.objects.filter(public_id=ref, removed_at=None).first()


def _check_room(at: datetime) -> None:
    lately = MediaFile.objects.filter(uploaded_by=PUBLIC.name, waiting_since__gte=at - timedelta(hours=1))
    if lately.count() >= _FROM_PUBLIC:
        raise RuleError(_("Many photos are being sent just now. Try again in an hour."), field="photo")
