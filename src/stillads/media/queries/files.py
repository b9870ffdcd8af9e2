"""Files as pages show and serve them. Who may see one is the rule of the room that holds it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from ..models import MediaFile
from ..storage import place_of


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A photo as a page shows it; `width` and `height` in pixels, as seen."""

    public_id: str
    alt_text: str
    permission: str
    permission_note: str
    width: int
    height: int
    uploaded_by: str
    uploaded_at: datetime


@dataclass(frozen=True, slots=True)
class FileOnDisk:
    """What a serving view needs. `etag` never changes for the same bytes."""

    path: Path
    content_type: str
    size: int
    etag: str


def stored_file(public_id: str) -> StoredFile | None:
    """The file, or None where there is none (any more)."""
    file = MediaFile.objects.filter(public_id=public_id, removed_at=None).first()
    return _shown(file) if file else None


def files_by_pk(pks: Iterable[int]) -> dict[int, StoredFile]:
    """Database key → file, for the rows of another room that point at files. Removed ones are left out."""
    return {file.pk: _shown(file) for file in MediaFile.objects.filter(pk__in=list(pks), removed_at=None)}


def file_on_disk(public_id: str) -> FileOnDisk | None:
    """Path and type of the bytes, for a view that has checked who asks; None where there are none."""
    file = MediaFile.objects.filter(public_id=public_id, removed_at=None).first()
    if file is None:
        return None
    path = place_of(file.sha256, file.content_type)
    return FileOnDisk(path, file.content_type, file.size, file.sha256) if path.exists() else None


def _shown(file: MediaFile) -> StoredFile:
    return StoredFile(
        file.public_id, file.alt_text, file.permission, file.permission_note, file.width, file.height,
        file.uploaded_by, file.uploaded_at,
    )  # fmt: skip
