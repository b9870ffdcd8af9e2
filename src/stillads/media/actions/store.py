"""Taking in a photo."""

import hashlib
from datetime import datetime
from pathlib import PurePath

from django.db import transaction

from stillads.audit.actions.record import record
from stillads.kernel.viewer import Viewer

from .. import storage
from ..cleaning import clean_photo
from ..models import MediaFile
from ..rules import check_photo_words


def store_photo(
    *,
    content: bytes,
    name: str,
    alt_text: str,
    permission: str,
    permission_note: str = "",
    ref: str = "",
    waiting: bool = False,
    viewer: Viewer,
    at: datetime,
) -> MediaFile:
    """Cleans a photo of its traces and keeps it. Each call makes one row; equal bytes lie there once.

    content     the uploaded bytes: JPEG, PNG or WebP of at most 12 MB
    ref         the row's public id, where the caller has one for it; waiting: see `waiting.keep_waiting`
    permission  a value of MediaFile.Permission; with `consent`, `permission_note` says whose and how
    Raises RuleError (field photo) and Invalid (fields alt_text, permission, permission_note). Whether
    the viewer may add photos to the thing at hand is the calling room's rule.
    """
    check_photo_words(alt_text=alt_text, permission=permission, permission_note=permission_note)
    photo = clean_photo(content)
    sha256 = hashlib.sha256(photo.content).hexdigest()
    # The file before the row: a crash between them leaves bytes without a row, never a row without bytes.
    storage.write(storage.place_of(sha256, photo.content_type), photo.content)
    with transaction.atomic():
        file = MediaFile.objects.create(
            sha256=sha256,
            size=len(photo.content),
            content_type=photo.content_type,
            width=photo.width,
            height=photo.height,
            name=PurePath(name.replace("\\", "/")).name[:200],
            alt_text=alt_text.strip(),
            permission=permission,
            permission_note=permission_note.strip(),
            uploaded_by=viewer.name[:200],
            uploaded_at=at,
            waiting_since=at if waiting else None,
            **({"public_id": ref} if ref else {}),
        )
        record(
            viewer=viewer,
            verb="media.store_photo",
            target=f"media:{file.public_id}",
            data={"sha256": sha256, "permission": permission},
            at=at,
        )
    return file
