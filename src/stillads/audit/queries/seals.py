"""Do the seals still fit the log?"""

from dataclasses import dataclass
from datetime import datetime

from ..actions.seal import digest
from ..models import AuditEvent, AuditSeal


@dataclass(frozen=True)
class SealState:
    """What the last check found; `checked_at` is None before the first."""

    seals: int
    broken: int | None
    checked_at: datetime | None
    unsealed: int


def first_broken_seal() -> tuple[int | None, int]:
    """The number (from 1) of the first seal that no longer fits its events, or None, and how many there are.

    Reads the whole log: for the daily job and for the officer who asks, not for every page.
    """
    previous, count, broken = "", 0, None
    for seal in AuditSeal.objects.order_by("last_id").iterator():
        count += 1
        batch = AuditEvent.objects.filter(pk__gte=seal.first_id, pk__lte=seal.last_id).order_by("pk")
        if broken is None and (seal.previous != previous or seal.sha256 != digest(previous, batch)):
            broken = count
        previous = seal.sha256
    return broken, count


def seal_state() -> SealState:
    """The state as the last check left it. Three queries. The caller has checked the viewer."""
    last_check = AuditEvent.objects.filter(target="audit:seals").order_by("-at", "-pk").first()
    last_seal = AuditSeal.objects.order_by("-last_id").first()
    unsealed = AuditEvent.objects.filter(pk__gt=last_seal.last_id if last_seal else 0).count()
    if last_check is None:
        return SealState(0, None, None, unsealed)
    return SealState(int(last_check.data["seals"]), last_check.data["broken"], last_check.at, unsealed)
