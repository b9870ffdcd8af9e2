"""`stillads import-units FILE` and `import-people FILE`: read in the organisation from CSV."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path

from django.utils.translation import gettext as _

from stillads.cli.answer import add_json, answer
from stillads.cli.registry import Command, register
from stillads.kernel.clock import now
from stillads.kernel.rules import RuleError
from stillads.kernel.viewer import system_viewer
from stillads.organisation.actions.imports import import_file
from stillads.organisation.imports.report import Report


def _run(kind: str) -> Callable[[Namespace], int]:
    def run(arguments: Namespace) -> int:
        path = Path(arguments.file)
        report = import_file(
            kind=kind,
            data=_bytes(path),
            file_name=path.name,
            dry_run=arguments.dry_run,
            viewer=system_viewer(f"import-{kind}"),
            at=now(),
        )
        answer(arguments, _said(report), report.as_json())
        return 1 if report.faults else 0

    return run


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise RuleError(_("The file %(path)s cannot be read.") % {"path": path}) from error


def _said(report: Report) -> str:
    lines = [f"{fault.line:>4}  {fault.column:<18}  {fault.expected}" for fault in report.faults]
    if report.faults:
        return "\n".join([*lines, _("Nothing was read in.")])
    counts = {what: report.count(what) for what in ("created", "changed", "unchanged")}
    said = _("%(created)d new, %(changed)d changed, %(unchanged)d unchanged.") % counts
    return said if report.saved else f"{said} {_('Nothing was stored.')}"


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="CSV with semicolons, commas or tabs; UTF-8 or Windows")
    parser.add_argument("--dry-run", action="store_true", help="say what would happen, store nothing")
    add_json(parser)


register(Command("import-units", "read in units from CSV", _run("units"), _add_arguments))
register(Command("import-people", "read in people and their roles from CSV", _run("people"), _add_arguments))
