"""What is to be printed: letters, one to a page, and posters, one to a unit."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from stillads.audit.actions.record import record_read
from stillads.kernel.sealed import unseal
from stillads.kernel.viewer import Viewer

from ..models import Notice


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter to one person; `address` in lines; a paragraph may hold line breaks."""

    public_id: str
    name: str
    address: list[str]
    subject: str
    paragraphs: list[str]
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Poster:
    """All lines that wait for one unit: (public id, headline, paragraphs)."""

    place: str
    place_name: str
    lines: list[tuple[str, str, list[str]]]


def letters(*, viewer: Viewer, only: Collection[str] | None = None) -> list[Letter]:
    """Letters that wait to be printed, oldest first; with `only`, those, printed before or not.

    The look is logged. The caller has checked that the viewer may see the outbox.
    """
    record_read(viewer=viewer, verb="notices.read_letters", target="notices")
    rows = _kept(Notice.Channel.LETTER)
    waiting = rows.filter(public_id__in=only) if only is not None else rows.filter(state=Notice.State.WAITING)
    return [
        Letter(
            notice.public_id,
            unseal(notice.name_sealed or b""),
            [line.strip() for line in unseal(notice.address_sealed or b"").splitlines() if line.strip()],
            notice.subject,
            _paragraphs(notice),
            notice.created_at,
        )
        for notice in waiting
    ]


def posters(*, viewer: Viewer, place: str = "") -> list[Poster]:
    """Posters with lines that wait, by unit name; one of them where `place` is given."""
    rows = _kept(Notice.Channel.POSTER).filter(state=Notice.State.WAITING)
    found: dict[str, Poster] = {}
    for notice in rows.filter(place=place) if place else rows:
        poster = found.setdefault(notice.place, Poster(notice.place, notice.place_name, []))
        poster.lines.append((notice.public_id, notice.subject, _paragraphs(notice)))
    return sorted(found.values(), key=lambda poster: poster.place_name)


def _kept(channel: str) -> QuerySet[Notice]:
    return Notice.objects.filter(channel=channel, body_sealed__isnull=False).order_by("created_at", "pk")


def _paragraphs(notice: Notice) -> list[str]:
    text = unseal(notice.body_sealed or b"")
    return [part.strip() for part in text.replace("\r", "").split("\n\n") if part.strip()]
