"""Importing units or people from a file: whole or not at all, and told line by line."""

import hashlib
from datetime import datetime
from types import ModuleType

from django.db import transaction
from django.utils.translation import gettext as _

from stillads.audit.actions.record import record
from stillads.kernel.cpr import finds_cpr
from stillads.kernel.ids import public_id
from stillads.kernel.rules import Denied, NotFound, RuleError
from stillads.kernel.viewer import Viewer

from ..imports import people, units
from ..imports.report import Fault, Outcome, Report
from ..imports.table import Column, Row, UnreadableTableError, read_table
from ..models import OrganisationImport
from ..permissions import IMPORT
from ..policy import check_may

KINDS: dict[str, ModuleType] = {"units": units, "people": people}


def import_file(
    *, kind: str, data: bytes, file_name: str, dry_run: bool, viewer: Viewer, at: datetime
) -> Report:
    """Reads `data` (CSV) as `units` or `people`. With any fault, or as a dry run, nothing is kept.

    A dry run does everything and takes it back, so it cannot promise what the import would refuse. The
    same file a second time finds every line unchanged.
    """
    check_may(viewer, IMPORT)
    reader = KINDS[kind]
    report = Report(kind, file_name[:200])
    try:
        table = read_table(data, reader.COLUMNS)
    except UnreadableTableError as error:
        report.faults = error.faults
        return report
    report.encoding, report.delimiter = table.encoding, table.delimiter
    with transaction.atomic():
        for row in reader.in_order(table.rows):
            _one(reader, row, report, viewer, at)
        report.outcomes.sort(key=lambda outcome: outcome.line)
        report.faults.sort(key=lambda fault: fault.line)
        report.saved = not dry_run and not report.faults
        if report.saved:
            _remember(report, data, viewer, at)
        else:
            transaction.set_rollback(True)
    return report


def _one(reader: ModuleType, row: Row, report: Report, viewer: Viewer, at: datetime) -> None:
    columns: dict[str, Column] = {column.field: column for column in reader.COLUMNS}
    faults = [fault for field, text in row.cells.items() for fault in _faults(row, columns[field], text)]
    if faults:
        report.faults += faults
        return
    try:
        what, text = reader.apply(row, viewer=viewer, at=at)
    except (Denied, NotFound, RuleError) as refusal:
        name = columns[refusal.field].name if refusal.field in columns else ""
        report.faults.append(Fault(row.line, name, str(refusal.reason)))
        return
    report.outcomes.append(Outcome(row.line, what, text))


def _faults(row: Row, column: Column, text: str) -> list[Fault]:
    if finds_cpr(text):
        said = _("This looks like a CPR number. Take it out of the file.")
        return [Fault(row.line, column.name, said)]
    try:
        column.check(text, column.field)
    except RuleError as refusal:
        return [Fault(row.line, column.name, str(refusal.reason))]
    return []


def _remember(report: Report, data: bytes, viewer: Viewer, at: datetime) -> None:
    report.stored_as = public_id()
    row = OrganisationImport.objects.create(
        public_id=report.stored_as,
        kind=report.kind,
        file_name=report.file_name,
        sha256=hashlib.sha256(data).hexdigest(),
        report=report.as_json(),
        by=viewer.name,
        at=at,
    )
    record(
        viewer=viewer, verb="organisation.import", target=f"import:{row.public_id}",
        target_name=report.file_name, at=at,
        data={"kind": report.kind, "created": report.count("created"), "changed": report.count("changed")},
    )  # fmt: skip
