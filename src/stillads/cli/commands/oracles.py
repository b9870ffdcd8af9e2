"""`stillads oracles DIR`: are our charts and intervals those of the field's reference implementations?"""

from argparse import ArgumentParser, Namespace
from dataclasses import asdict
from pathlib import Path

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stillads.analysis.oracles import FileReport, Mismatch, compare_directory
from stillads.cli.answer import add_json, answer
from stillads.cli.registry import Command, register
from stillads.kernel.rules import RuleError

SHOWN = 10


def run(arguments: Namespace) -> int:
    """Compares every case file of the directory; 1 where anything differs."""
    directory = Path(arguments.directory)
    reports = compare_directory(directory) if directory.is_dir() else []
    if not reports:
        raise RuleError(_("There is no case file (.jsonl or .csv) in %(path)s.") % {"path": directory})
    wrong = sum(len(report.mismatches) for report in reports)
    cases, values = sum(report.cases for report in reports), sum(report.values for report in reports)
    lines = [line for report in reports for line in _spoken(report, everything=arguments.all)]
    lines.append(_summary(cases, values, wrong))
    data = {
        "ok": not wrong,
        "cases": cases,
        "values": values,
        "mismatches": wrong,
        "files": [asdict(report) for report in reports],
    }
    answer(arguments, "\n".join(lines), data)
    return 1 if wrong else 0


def _spoken(report: FileReport, *, everything: bool) -> list[str]:
    wrong = report.mismatches
    shown = wrong if everything else wrong[:SHOWN]
    lines = [f"{report.name}: {_summary(report.cases, report.values, len(wrong))}"]
    lines += [f"  {_differing(each)}" for each in shown]
    if len(shown) < len(wrong):
        lines.append("  " + _("… and %(n)d more (--all shows them)") % {"n": len(wrong) - len(shown)})
    return lines


def _summary(cases: int, values: int, wrong: int) -> str:
    looked = ngettext("%(n)d case", "%(n)d cases", cases) % {"n": cases}
    compared = ngettext("%(n)d value compared", "%(n)d values compared", values) % {"n": values}
    found = ngettext("%(n)d mismatch", "%(n)d mismatches", wrong) % {"n": wrong}
    return f"{looked}, {compared}, {found}"


def _differing(found: Mismatch) -> str:
    return _("%(case)s, %(where)s: expected %(expected)s, got %(ours)s") % asdict(found)


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("directory", metavar="DIR", help="the folder of case files")
    parser.add_argument("--all", action="store_true", help="print every mismatch")
    add_json(parser)


register(
    Command("oracles", "compare our figures with reference cases", run, _add_arguments, needs_database=False)
)
