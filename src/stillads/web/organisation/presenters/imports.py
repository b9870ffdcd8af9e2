"""Imports and their reports in words."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stillads.kernel.clock import local_day
from stillads.kernel.dates import format_date
from stillads.organisation.imports import people, units
from stillads.organisation.imports.report import Report
from stillads.organisation.queries.imports import ImportRow


@dataclass(frozen=True)
class ReportText:
    """A report: the answer, the faults and the lines, each as texts."""

    answer: str
    how: str
    good: bool
    faults: list[tuple[int, str, str]]
    lines: list[tuple[int, str, str]]


@dataclass(frozen=True)
class ImportLine:
    """One import in the list."""

    url: str
    title: str
    when: str
    counts: str


def report_text(report: Report) -> ReportText:
    """What came, or would come, of a file."""
    words = {"created": _("new"), "changed": _("changed"), "unchanged": _("unchanged")}
    lines = [(one.line, words[one.what], one.text) for one in report.outcomes]
    how = f"{report.encoding}, {_delimiter(report.delimiter)}" if report.encoding else ""
    faults = [(fault.line, fault.column, fault.expected) for fault in report.faults]
    return ReportText(_answer(report), how, not report.faults, faults, lines)


def _answer(report: Report) -> str:
    if n := len(report.faults):
        text = ngettext(
            "Nothing was read in: one thing must be corrected.",
            "Nothing was read in: %d things must be corrected.",
            n,
        )
        return text % n if "%d" in text else text
    counts = counts_said(report.count("created"), report.count("changed"), report.count("unchanged"))
    return counts if report.saved else _("It can be read in as it is: %s. Nothing is kept yet.") % counts


def counts_said(created: int, changed: int, unchanged: int) -> str:
    """`3 new, 1 changed, 12 unchanged`."""
    return _("%(created)d new, %(changed)d changed, %(unchanged)d unchanged") % {
        "created": created,
        "changed": changed,
        "unchanged": unchanged,
    }


def import_lines(rows: list[ImportRow]) -> list[ImportLine]:
    """The list of imports."""
    kinds = {"units": _("Units"), "people": _("People")}
    return [
        ImportLine(
            reverse("organisation:import", args=[row.public_id]),
            f"{kinds[row.kind]}: {row.file_name}",
            f"{format_date(local_day(row.at))}, {row.by}",
            counts_said(row.created, row.changed, row.unchanged),
        )
        for row in rows
    ]


def column_help() -> list[tuple[str, str]]:
    """(what the file holds, its column names)."""
    return [
        (_("Units"), "; ".join(column.name for column in units.COLUMNS)),
        (_("People and roles"), "; ".join(column.name for column in people.COLUMNS)),
    ]


def _delimiter(delimiter: str) -> str:
    return {";": _("semicolons"), ",": _("commas"), "\t": _("tabs")}[delimiter]
