"""The logbook of a phase, the newest first."""

from dataclasses import dataclass
from datetime import date, datetime

from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import check_may

from ..lookup import type_ref
from ..models import LogEntry
from ..permissions import READ
from ..words import LOG_KINDS


@dataclass(frozen=True, slots=True)
class PhotoView:
    """A photo by its public id, with the words for those who do not see it."""

    public_id: str
    alt_text: str


@dataclass(frozen=True, slots=True)
class LogView:
    """One entry. `kind`: note, change, deviation."""

    public_id: str
    day: date
    kind: str
    kind_text: str
    text: str
    photos: tuple[PhotoView, ...]
    by: str
    at: datetime
    constructed: bool


def log_of(phase: type_ref, *, viewer: Viewer, limit: int | None = None) -> list[LogView]:
    """The entries of a phase that have not been removed. Two queries."""
    check_may(viewer, READ)
    key = {"phase": phase} if isinstance(phase, int) else {"phase__public_id": phase}
    rows = LogEntry.objects.filter(removed_at=None, **key).prefetch_related("photos").order_by("-day", "-pk")
    return [
        LogView(
            public_id=row.public_id,
            day=row.day,
            kind=row.kind,
            kind_text=str(LOG_KINDS[row.kind]),
            text=row.text,
            photos=tuple(
                PhotoView(p.public_id, p.alt_text) for p in row.photos.all() if p.removed_at is None
            ),
            by=row.by,
            at=row.at,
            constructed=row.constructed,
        )
        for row in rows[:limit]
    ]
