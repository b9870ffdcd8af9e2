"""`stillads import-series FILE --instrument KEY/INSTRUMENT`: read in figures that others hold."""

from argparse import ArgumentParser, Namespace
from itertools import islice
from pathlib import Path

from django.utils.translation import gettext as _

from stillads.capture.actions.series.importing import import_file, look_at, remembered
from stillads.capture.actions.series.places import places_of, series_by
from stillads.capture.series.mapping import FileMapping, guess
from stillads.capture.series.report import Report, UnreadableFileError
from stillads.capture.series.table import opened
from stillads.cli.answer import add_json, answer
from stillads.cli.registry import Command, register
from stillads.kernel.clock import now, today
from stillads.kernel.rules import RuleError
from stillads.kernel.viewer import Viewer, system_viewer
from stillads.organisation.queries.units import unit_choices


def _run(arguments: Namespace) -> int:
    path, viewer = Path(arguments.file), system_viewer("import-series")
    do = look_at if arguments.dry_run else import_file
    report = do(
        instrument=arguments.instrument, path=path, name=path.name, mapping=_mapping(arguments, path, viewer),
        viewer=viewer, at=now(),
    )  # fmt: skip
    answer(arguments, _said(report, dry_run=arguments.dry_run), report.as_json())
    return 1 if report.fault_count else 0


def _mapping(arguments: Namespace, path: Path, viewer: Viewer) -> FileMapping:
    """What is remembered of the holder's files, and what the file's own words tell."""
    places = places_of(series_by(arguments.instrument), viewer)
    units = {name.strip(): public_id for public_id, name in unit_choices(on=today())}
    try:
        with opened(path, path.name) as table:
            some = [cells for _line, cells in islice(table.rows, 400)]
            return guess(places.kind, table.headings, some, units, remembered(places.instrument.pk))
    except UnreadableFileError as error:
        raise RuleError(str(error)) from error
    except OSError as error:
        raise RuleError(_("The file %(path)s cannot be read.") % {"path": path}) from error


def _said(report: Report, *, dry_run: bool) -> str:
    lines = [f"{fault.line:>7}  {fault.column:<18}  {fault.reason}" for fault in report.faults]
    if more := report.fault_count - len(report.faults):
        lines.append(_("… and %(n)d more.") % {"n": more})
    if report.fault_count:
        return "\n".join([*lines, _("Nothing was read in.")])
    said = _(
        "%(rows)d rows new, %(same)d unchanged, %(outside)d outside the days, %(units)d of other units."
    ) % {
        "rows": report.rows,
        "same": report.unchanged,
        "outside": report.outside,
        "units": report.elsewhere.total(),
    }
    return f"{said} {_('Nothing was stored.')}" if dry_run or not report.batch else said


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "file", metavar="FILE", help="CSV (semicolons, decimal comma, UTF-8 or Latin-1) or .xlsx"
    )
    parser.add_argument(
        "--instrument",
        required=True,
        metavar="KEY/INSTRUMENT",
        help="the playbook's key and its instrument's",
    )
    parser.add_argument("--dry-run", action="store_true", help="say what would happen, store nothing")
    add_json(parser)


register(Command("import-series", "read in figures that others hold", _run, _add_arguments))
