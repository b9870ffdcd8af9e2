"""Writing to the log, inside the action that does the deed."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import connection, transaction

from stillads.kernel.adding import add
from stillads.kernel.clock import now
from stillads.kernel.viewer import Viewer

from ..models import AuditEvent


def record(
    *,
    viewer: Viewer,
    verb: str,
    target: str = "",
    target_name: str = "",
    unit: str = "",
    data: Mapping[str, object] | None = None,
    at: datetime | None = None,
) -> None:
    """Adds one event in the caller's transaction, so that deed and log stand or fall together.

    verb    room and deed: `ideas.submit`
    target  kind and public id: `idea:h7k2…`
    data    JSON values that a privacy officer may read; never names of citizens
    Raises RuntimeError outside a transaction.
    """
    record_all(
        [event(viewer=viewer, verb=verb, target=target, target_name=target_name, unit=unit, data=data, at=at)]
    )


def record_all(events: Sequence[AuditEvent]) -> None:
    """The same for several deeds at once: one statement for what `event` made."""
    if not connection.in_atomic_block:
        raise RuntimeError("audit.record belongs inside the action's transaction")
    add(events)


def event(
    *,
    viewer: Viewer,
    verb: str,
    target: str = "",
    target_name: str = "",
    unit: str = "",
    data: Mapping[str, object] | None = None,
    at: datetime | None = None,
) -> AuditEvent:
    """An event that is not written yet, as `record` takes it."""
    return AuditEvent(
        at=at or now(),
        actor=viewer.actor,
        actor_name=viewer.name,
        verb=verb,
        target=target,
        target_name=target_name[:300],
        unit=unit,
        purpose=viewer.purpose[:200],
        address=viewer.address,
        data=dict(data or {}),
    )


def record_read(
    *,
    viewer: Viewer,
    verb: str,
    target: str,
    target_name: str = "",
    data: Mapping[str, object] | None = None,
) -> None:
    """Logs a look at personal data; committed before the caller shows anything.

    verb  ends in `.read`, `.look` or `.search`, so that the log can be asked for looks alone
    """
    with transaction.atomic():
        record(viewer=viewer, verb=verb, target=target, target_name=target_name, data=data)


def record_denial(*, viewer: Viewer, verb: str, target: str = "", reason: str = "") -> None:
    """Logs a refusal in a transaction of its own: the action's own was rolled back."""
    refused = event(viewer=viewer, verb=verb, target=target, data={"reason": reason})
    refused.denied = True
    with transaction.atomic():
        record_all([refused])
