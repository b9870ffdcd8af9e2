"""A file of figures: tried first, then read in as a whole or not at all; the same file twice changes nothing."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, time
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any, Final

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stillads.audit.actions.record import record
from stillads.kernel.clock import COPENHAGEN, local_day
from stillads.kernel.ids import public_ids
from stillads.kernel.viewer import Viewer
from stillads.playbooks.loading import playbook_of
from stillads.playbooks.models import Instrument

from ...models import Entry, ImportBatch, SeriesMapping
from ...series.mapping import FileMapping
from ...series.report import Report, UnreadableFileError
from ...series.rows import Figures, Reader
from ...series.table import opened
from ...sums import Addition, additions, definition_version
from .. import buckets
from . import bulk
from .places import Places, places_of, series_by

FORM: Final = "row"
_CHUNK: Final = 5000

_OTHERWISE: Final = _("Other figures for that unit and day were read in before. Undo that file first.")

type_tell = Callable[[int], object]
"""Is told how many rows have been looked at."""


class _NothingKeptError(Exception):
    """Rolls the transaction back."""


def look_at(
    *, instrument: str, path: Path, name: str, mapping: FileMapping, viewer: Viewer, at: datetime, tell: type_tell = int
) -> Report:  # fmt: skip
    """What would be read of the file, with every fault. Nothing is stored. Raises Denied, NotFound."""
    places = places_of(series_by(instrument), viewer)
    return _run(places, path, name, mapping, at, tell, None)


def import_file(
    *, instrument: str, path: Path, name: str, mapping: FileMapping, viewer: Viewer, at: datetime, tell: type_tell = int
) -> Report:  # fmt: skip
    """Reads the file in. Where anything in it is wrong nothing is, and the report has the faults.

    `report.batch` is the batch's public id; empty where there was nothing new.
    Raises Denied, NotFound.
    """
    places = places_of(series_by(instrument), viewer)
    report = Report()
    try:
        with transaction.atomic():
            Instrument.objects.select_for_update().get(pk=places.instrument.pk)  # one file at a time
            batch = ImportBatch.objects.create(
                instrument=places.instrument,
                file_name=name[:200],
                sha256=_sha256(path),
                by=viewer.name,
                at=at,
            )
            report = _run(places, path, name, mapping, at, tell, _Writer(places, batch, viewer, at))
            if report.fault_count or not report.rows:
                raise _NothingKeptError
            _finish(places, batch, mapping, report, viewer, at)
    except _NothingKeptError:
        pass
    return report


def _run(
    places: Places, path: Path, name: str, mapping: FileMapping, at: datetime, tell: type_tell, writer: "_Writer | None"
) -> Report:  # fmt: skip
    report = Report()
    reader = Reader(places.kind, mapping, places.by_unit, local_day(at), report)
    try:
        with opened(path, name) as table:
            report.how = table.how
            _take(places, reader.rows(table), report, tell, writer)
    except UnreadableFileError as error:
        report.fault(1, "", str(error))
    return report


def _take(
    places: Places, rows: Iterator[Figures], report: Report, tell: type_tell, writer: "_Writer | None"
) -> None:
    known = _Known(places, report)
    names = {key: row.unit.name for key, row in places.deployments.items()}
    totals: dict[str, list[Any]] = defaultdict(lambda: [0, Decimal(0)])
    done = 0
    while chunk := list(islice(rows, _CHUNK)):
        fresh = [(row, digest) for row, digest in known.judged(chunk)]
        for row, _digest in fresh:
            report.read(names[row.place], row.day, row.values)
            for key, value in row.values.items():
                total = totals[key]
                total[0] += 1
                total[1] += Decimal(value)
        if writer is not None and not report.fault_count:
            writer.write(fresh)
        done += len(chunk)
        tell(done)
    report.totals = {key: (n, total) for key, (n, total) in totals.items()}
    if writer is not None and not report.fault_count:
        writer.add_sums()


class _Known:
    """What stands there already: the digests of living figures by unit and day, in the order they came.

    The n-th row of a file about a unit and a day is the same registration as the n-th before it: the same figures
    change nothing, other figures are a conflict.
    """

    def __init__(self, places: Places, report: Report) -> None:
        self._report = report
        self._seen: dict[int, int] = {}
        self._keys = {pk: row.public_id for pk, row in places.deployments.items()}
        self._there: dict[int, list[str]] = {}
        living = Entry.objects.filter(
            deployment_id__in=list(places.deployments), form=FORM, voided_by__isnull=True
        )
        wanted = living.order_by("pk").values_list("deployment_id", "local_day", "digest")
        for deployment, day, digest in wanted.iterator(chunk_size=20_000):
            self._there.setdefault(_slot(deployment, day), []).append(digest)

    def judged(self, rows: Iterable[Figures]) -> Iterator[tuple[Figures, str]]:
        """Those that are new, with their digest; the others are counted or told as faults."""
        for row in rows:
            slot = _slot(row.place, row.day)
            turn = self._seen.get(slot, 0)
            self._seen[slot] = turn + 1
            if turn:
                self._report.repeated += 1
            digest = _digest(self._keys[row.place], row)
            there = self._there.get(slot, ())
            if turn >= len(there):
                yield row, digest
            elif there[turn] == digest:
                self._report.unchanged += 1
            else:
                self._report.fault(row.line, "", str(_OTHERWISE))


class _Writer:
    """Puts entries into the table, and keeps what they add to the daily sums until the end."""

    def __init__(self, places: Places, batch: ImportBatch, viewer: Viewer, at: datetime) -> None:
        self._places, self._batch, self._viewer = places, batch, viewer
        self._at = bulk.moment(at)
        self._days: dict[date, tuple[str, Any, int]] = {}
        self._sums = Sums(places)

    def write(self, rows: list[tuple[Figures, str]]) -> None:
        """One chunk."""
        bulk.add_entries(self._values(rows))
        for row, _digest in rows:
            self._sums.add(row.place, row.day, row.values, 1)

    def add_sums(self) -> None:
        """After the last chunk."""
        self._sums.flush()

    def _values(self, rows: list[tuple[Figures, str]]) -> Iterator[bulk.type_values]:
        batch, actor = self._batch.pk, self._viewer.person_id
        for name, (row, digest) in zip(public_ids(len(rows)), rows, strict=True):
            deployment = self._places.deployments[row.place]
            day, noon = self._day(row.day)
            yield (
                name, row.place, self._places.instrument.version_id, deployment.unit_id, FORM, "", None, batch, None,
                actor, "", noon, day, self._at, "import", f"series:{self._batch.public_id}:{row.line}", digest,
                bulk.answers({"day": day, **row.values}), None, "", False,
            )  # fmt: skip

    def _day(self, day: date) -> tuple[str, Any]:
        found = self._days.get(day)
        if found is None:
            noon = datetime.combine(day, time(12), COPENHAGEN)
            found = self._days[day] = (bulk.day(day), bulk.moment(noon), 0)
        return found[0], found[1]


class Sums:
    """What many rows add to the daily sums, put together per bucket before anything is written."""

    def __init__(self, places: Places) -> None:
        self._places, self._version = places, definition_version(places.instrument.version.number)
        playbook = playbook_of(places.instrument.version)
        self._measures = [measure for measure in playbook.measures if measure.instrument == places.kind.key]
        self._made: dict[buckets.type_bucket, list[Any]] = {}

    def add(self, place: int, day: date, values: dict[str, str], sign: int) -> None:
        """One row, or with -1 one row less."""
        if not self._measures:
            return
        facts: dict[str, Any] = {key: Decimal(value) for key, value in values.items()}
        facts |= {"day": day, "weekday": day.isoweekday(), "hour": 12, "who_answered": "", "form": FORM}
        site = self._places.deployments[place].unit_id
        for each in additions(self._measures, self._places.kind.key, FORM, facts):
            bucket = (place, each.measure, self._version, site, day, each.slice)
            sums = self._made.setdefault(bucket, [0, Decimal(0), Decimal(0), 0, 0])
            sums[0] += sign * each.n
            sums[1] += sign * each.total
            sums[2] += sign * each.total_of_squares
            sums[3] += sign * each.numerator
            sums[4] += sign * each.denominator

    def flush(self) -> None:
        """Writes what has been put together."""
        buckets.add_many(
            (bucket, Addition(bucket[1], bucket[5], n, total, squares, numerator, denominator), 1)
            for bucket, (n, total, squares, numerator, denominator) in self._made.items()
        )
        self._made.clear()


def _finish(
    places: Places, batch: ImportBatch, mapping: FileMapping, report: Report, viewer: Viewer, at: datetime
) -> None:
    report.batch = batch.public_id
    batch.rows, batch.first_day, batch.last_day = report.rows, report.first_day, report.last_day
    batch.report = report.as_json()
    batch.save(update_fields=["rows", "first_day", "last_day", "report"])
    remember(places, mapping, viewer, at)
    record(
        viewer=viewer,
        verb="capture.import_series",
        target=f"batch:{batch.public_id}",
        target_name=places.kind.title,
        data={"file": batch.file_name, "sha256": batch.sha256, "rows": batch.rows},
        at=at,
    )


def remember(places: Places, mapping: FileMapping, viewer: Viewer, at: datetime) -> None:
    """Keeps how the holder's files look, for the next one."""
    SeriesMapping.objects.update_or_create(
        instrument=places.instrument,
        defaults={"mapping": mapping.as_json(), "changed_at": at, "changed_by": viewer.name[:200]},
    )


def remembered(instrument: int) -> FileMapping | None:
    """The mapping of the last file."""
    row = SeriesMapping.objects.filter(instrument_id=instrument).first()
    return FileMapping.of(row.mapping) if row else None


def _slot(deployment: int, day: date) -> int:
    return deployment * 4_000_000 + day.toordinal()


def _digest(deployment: str, row: Figures) -> str:
    parts = [deployment, FORM, row.day.isoformat(), row.values]
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def _sha256(path: Path) -> str:
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()
