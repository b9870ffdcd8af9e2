"""Reading the log, for the privacy officer."""

from dataclasses import dataclass
from datetime import date, datetime

from stillads.kernel.clock import COPENHAGEN

from ..actions.seal import digest
from ..models import AuditEvent, AuditSeal


@dataclass(frozen=True)
class LoggedEvent:
    """One row of the log as it is shown."""

    at: datetime
    actor_name: str
    verb: str
    target: str
    target_name: str
    purpose: str
    denied: bool
    data: dict[str, object]


def events(
    *, target: str = "", actor: str = "", since: date | None = None, denied: bool | None = None,
    offset: int = 0, limit: int = 50,
) -> list[LoggedEvent]:  # fmt: skip
    """The newest events first. The caller has checked that the viewer may read the log."""
    rows = AuditEvent.objects.order_by("-pk")
    if target:
        rows = rows.filter(target=target)
    if actor:
        rows = rows.filter(actor=actor)
    if since:
        rows = rows.filter(at__gte=datetime(since.year, since.month, since.day, tzinfo=COPENHAGEN))
    if denied is not None:
        rows = rows.filter(denied=denied)
    return [
        LoggedEvent(e.at, e.actor_name, e.verb, e.target, e.target_name, e.purpose, e.denied, e.data)
        for e in rows[offset : offset + limit]
    ]


def broken_seal() -> int | None:
    """The number of the first seal that no longer fits its events, or None if all hold."""
    previous = ""
    for seal in AuditSeal.objects.order_by("last_id"):
        batch = AuditEvent.objects.filter(pk__gte=seal.first_id, pk__lte=seal.last_id).order_by("pk")
        if seal.previous != previous or seal.sha256 != digest(previous, batch):
            return seal.pk
        previous = seal.sha256
    return None
