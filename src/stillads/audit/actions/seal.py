"""Sealing: batches of events chained by hash, so that a removed row leaves a gap that shows."""

import hashlib
import json
from collections.abc import Iterable
from datetime import datetime

from django.db import connection, transaction

from ..models import AuditEvent, AuditSeal

BATCH = 500


def seal_events(*, at: datetime) -> int:
    """Seals all events not yet sealed, in batches. Returns the number of events sealed."""
    sealed = 0
    while count := _seal_one_batch(at):
        sealed += count
    return sealed


@transaction.atomic
def _seal_one_batch(at: datetime) -> int:
    _wait_for_writers()
    last = AuditSeal.objects.select_for_update().order_by("-last_id").first()
    start = last.last_id if last else 0
    events = list(AuditEvent.objects.filter(pk__gt=start).order_by("pk")[:BATCH])
    if not events:
        return 0
    previous = last.sha256 if last else ""
    AuditSeal.objects.create(
        first_id=events[0].pk,
        last_id=events[-1].pk,
        count=len(events),
        previous=previous,
        sha256=digest(previous, events),
        at=at,
    )
    return len(events)


def _wait_for_writers() -> None:
    """An event with a lower number that commits after its batch was sealed would break the seal.

    PostgreSQL hands out numbers before the commit; SQLite has one writer at a time.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("LOCK TABLE audit_auditevent IN SHARE MODE")


def digest(previous: str, events: Iterable[AuditEvent]) -> str:
    """SHA-256 in hex over the previous seal and the events' canonical JSON."""
    sha = hashlib.sha256(previous.encode())
    for event in events:
        row = [
            event.pk, event.at.isoformat(), event.actor, event.actor_name, event.verb, event.target,
            event.target_name, event.unit, event.purpose, event.address, event.denied, event.data,
        ]  # fmt: skip
        sha.update(json.dumps(row, sort_keys=True, ensure_ascii=False).encode())
    return sha.hexdigest()
