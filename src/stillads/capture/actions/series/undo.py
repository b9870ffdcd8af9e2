"""Taking a whole file back: every entry of it is voided by a newer one, and its sums are subtracted.

While one waits, or by the worker where there are many.
"""

import hashlib
from collections.abc import Iterator
from datetime import datetime
from typing import Final

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from stillads.audit.actions.record import record
from stillads.kernel.clock import local_day, now
from stillads.kernel.cpr import check_no_cpr
from stillads.kernel.ids import public_ids
from stillads.kernel.rules import Denied, NotFound, RuleError
from stillads.kernel.viewer import Viewer
from stillads.organisation.models import Person
from stillads.organisation.queries.viewers import viewer_for_person

from ...models import VOID, Deployment, Entry, ImportBatch
from ...series.taking_back import TakingBack, forget, taking_back
from . import bulk
from .importing import Sums, type_tell
from .places import Places, places_of

AT_ONCE: Final = 5000
"""Rows: so many are taken back while one waits."""

_CHUNK: Final = 5000


def start_undo(*, batch: str, reason: str, viewer: Viewer, at: datetime) -> None:
    """Takes the file back now, or lets the worker do it where it is large. Refuses at once what `undo_import` would."""
    from ...tasks import undo_series

    row = _batch(ImportBatch.objects.all(), batch)
    why = _checked(row, places_of(row.instrument, viewer), reason)
    under_way = taking_back(batch)
    if row.undone_at is not None or (under_way is not None and under_way.at_work):
        return  # sent twice
    if row.rows <= AT_ONCE or viewer.person_id is None:
        undo_import(batch=batch, reason=why, viewer=viewer, at=at)
        return
    TakingBack(batch, why, row.rows).save()
    undo_series.enqueue(batch, viewer.person_id)


def undo_by(batch: str, person: int) -> int:
    """The same by the worker, on behalf of a person; returns how many rows. Begun again it does no harm."""
    made = taking_back(batch)
    if made is None:
        return 0
    at = now()
    viewer = viewer_for_person(Person.objects.get(pk=person), on=local_day(at), purpose="series")
    failed = str(_("It broke off. Nothing of the file has been taken back. Try again."))
    try:
        undo_import(batch=batch, reason=made.reason, viewer=viewer, at=at, tell=made.tell)
        failed = ""
    except RuleError as refused:
        failed = str(refused.reason)
    finally:
        made.failed = failed
        made.save() if failed else forget(batch)
    return made.done


@transaction.atomic
def undo_import(
    *, batch: str, reason: str, viewer: Viewer, at: datetime, tell: type_tell = int
) -> ImportBatch:
    """All of the file or nothing. Taken back twice is once.

    Raises NotFound, RuleError (no reason), Denied (a unit of the file that the viewer does not set up).
    """
    row = _batch(ImportBatch.objects.select_for_update(), batch)
    places = places_of(row.instrument, viewer)
    if row.undone_at is not None:
        return row
    why = _checked(row, places, reason)
    sums, done = Sums(places), 0
    entries, last = _living(row).order_by("pk"), 0
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


def _batch(rows: QuerySet[ImportBatch], batch: str) -> ImportBatch:
    row = rows.filter(public_id=batch).first()
    if row is None:
        raise NotFound(_("There is nothing here by that name."))
    return row


def _checked(row: ImportBatch, places: Places, reason: str) -> str:
    """The reason, where the file may be taken back."""
    why = reason.strip()
    if not why:
        raise RuleError(_("Write why the file is taken back."), field="reason")
    check_no_cpr(why, field="reason")
    others = Deployment.objects.filter(instrument=row.instrument).exclude(pk__in=list(places.deployments))
    elsewhere = list(others.values_list("pk", flat=True))
    if elsewhere and _living(row).filter(deployment_id__in=elsewhere).exists():
        raise Denied(_("The file is about units that you do not set up registrations at, too."))
    return why


def _living(row: ImportBatch) -> QuerySet[Entry]:
    return Entry.objects.filter(batch=row, voided_by__isnull=True).exclude(form=VOID)


def _voids(entries: list[Entry], why: str, viewer: Viewer, at: datetime) -> Iterator[bulk.type_values]:
    received = bulk.moment(at)
    for name, old in zip(public_ids(len(entries)), entries, strict=True):
        key = f"void:{old.public_id}"
        yield (
            name, old.deployment_id, old.version_id, old.site_id, VOID, old.subject, None, old.batch_id, None,
            viewer.person_id, "", bulk.moment(old.occurred_at), bulk.day(old.local_day), received, old.source, key,
            hashlib.sha256(key.encode()).hexdigest(), "{}", old.pk, why[:200], old.constructed,
        )  # fmt: skip
