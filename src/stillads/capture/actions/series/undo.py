"""Taking a whole file back: every entry of it is voided by a newer one, and its sums are subtracted."""

import hashlib
from collections.abc import Iterator
from datetime import datetime
from typing import Final

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stillads.audit.actions.record import record
from stillads.kernel.cpr import check_no_cpr
from stillads.kernel.ids import public_ids
from stillads.kernel.rules import Denied, NotFound, RuleError
from stillads.kernel.viewer import Viewer

from ...models import VOID, Entry, ImportBatch
from . import bulk
from .importing import Sums, type_tell
from .places import places_of

_CHUNK: Final = 5000


@transaction.atomic
def undo_import(
    *, batch: str, reason: str, viewer: Viewer, at: datetime, tell: type_tell = int
) -> ImportBatch:
    """All of the file or nothing. Taken back twice is once.

    Raises NotFound, RuleError (no reason), Denied (a unit of the file that the viewer does not set up).
    """
    row = ImportBatch.objects.select_for_update().filter(public_id=batch).first()
    if row is None:
        raise NotFound(_("There is nothing here by that name."))
    places = places_of(row.instrument, viewer)
    if row.undone_at is not None:
        return row
    why = reason.strip()
    if not why:
        raise RuleError(_("Write why the file is taken back."), field="reason")
    check_no_cpr(why, field="reason")
    living = Entry.objects.filter(batch=row, voided_by__isnull=True).exclude(form=VOID)
    if living.exclude(deployment_id__in=list(places.deployments)).exists():
        raise Denied(_("The file is about units that you do not set up registrations at, too."))
    sums, done = Sums(places), 0
    entries, last = living.order_by("pk"), 0
    while chunk := list(entries.filter(pk__gt=last)[:_CHUNK]):
        last = chunk[-1].pk
        bulk.add_entries(_voids(chunk, why, viewer, at))
        for entry in chunk:
            values = {key: value for key, value in entry.answers.items() if key != "day"}
            sums.add(entry.deployment_id, entry.local_day, values, -1)
        done += len(chunk)
        tell(done)
    sums.flush()
    row.undone_at, row.undone_by, row.undone_why = at, viewer.name[:200], why[:300]
    row.save(update_fields=["undone_at", "undone_by", "undone_why"])
    record(
        viewer=viewer,
        verb="capture.undo_series",
        target=f"batch:{row.public_id}",
        target_name=places.kind.title,
        data={"file": row.file_name, "rows": done, "why": why},
        at=at,
    )
    return row


def _voids(entries: list[Entry], why: str, viewer: Viewer, at: datetime) -> Iterator[bulk.type_values]:
    received = bulk.moment(at)
    for name, old in zip(public_ids(len(entries)), entries, strict=True):
        key = f"void:{old.public_id}"
        yield (
            name, old.deployment_id, old.version_id, old.site_id, VOID, old.subject, None, old.batch_id, None,
            viewer.person_id, "", bulk.moment(old.occurred_at), bulk.day(old.local_day), received, old.source, key,
            hashlib.sha256(key.encode()).hexdigest(), "{}", old.pk, why[:200], old.constructed,
        )  # fmt: skip
