"""The logbook: what happened, what changed beside the trial, what was not done as planned."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stillads.audit.actions.record import record
from stillads.kernel.clock import local_day
from stillads.kernel.ids import new_token
from stillads.kernel.rules import RuleError
from stillads.kernel.viewer import Viewer
from stillads.media.models import MediaFile

from ..lookup import find, phase_by, type_ref
from ..models import LogEntry
from ..rules import check_can_log, check_given, check_owns, check_texts


@transaction.atomic
def write_log(
    *,
    phase: type_ref,
    text: str,
    day: date | None = None,
    kind: str = "note",
    photos: Sequence[MediaFile] = (),
    constructed: bool = False,
    idempotency_key: str | None = None,
    viewer: Viewer,
    at: datetime,
) -> LogEntry:
    """One entry; whoever works at a site may write. Sent again with the same key it is one entry.

    kind    note, change (something beside the trial changed), deviation (not carried out as planned)
    photos  files that `media.actions.store_photo` has kept, with the permission they were taken with
    """
    row = phase_by(phase)
    check_can_log(row, viewer)
    if idempotency_key and (made := LogEntry.objects.filter(idempotency_key=idempotency_key).first()):
        return made
    check_given(text=text)
    check_texts(text=text)
    on = day or local_day(at)
    if on > local_day(at):
        raise RuleError(_("The day has not come yet."), field="day")
    if kind not in LogEntry.Kind.values:
        raise RuleError(_("Choose what kind of entry it is."), field="kind")
    made = LogEntry.objects.create(
        phase=row,
        day=on,
        kind=kind,
        text=text.strip(),
        by=viewer.name,
        at=at,
        constructed=constructed,
        idempotency_key=idempotency_key or new_token(),
    )
    made.photos.set(photos)
    _log("trials.write_log", made, viewer, at, "")
    return made


@transaction.atomic
def remove_log_entry(*, entry: type_ref, reason: str, viewer: Viewer, at: datetime) -> LogEntry:
    """Takes the entry off the page; that it was there, and why it went, stays."""
    row = find(LogEntry, entry, lock=True)
    if row.by != viewer.name:
        check_owns(row.phase.trial, viewer)
    check_can_log(row.phase, viewer)
    check_given(reason=reason)
    row.removed_at, row.removed_reason = at, reason.strip()
    row.save(update_fields=["removed_at", "removed_reason"])
    _log("trials.remove_log_entry", row, viewer, at, reason)
    return row


def _log(verb: str, row: LogEntry, viewer: Viewer, at: datetime, reason: str) -> None:
    record(
        viewer=viewer,
        verb=verb,
        target=f"phase:{row.phase.public_id}",
        target_name=row.phase.trial.title,
        data={"entry": row.public_id, "kind": row.kind, "reason": reason},
        at=at,
    )
