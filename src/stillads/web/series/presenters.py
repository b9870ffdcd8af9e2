"""Files of figures in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stillads.capture.queries.series.overview import BatchLine
from stillads.kernel.clock import local_day
from stillads.kernel.dates import format_date, format_span
from stillads.kernel.numbers import format_number

type_columns = Sequence[tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class ReportText:
    """A report for people: the answer, what is counted, faults, sums, the first rows."""

    answer: str
    good: bool
    how: str
    counts: list[tuple[str, str]]
    faults: list[tuple[int, str, str]]
    more: str
    header: list[str]
    sample: list[tuple[str, str, list[str]]]
    read: int


def report_text(report: Mapping[str, Any], columns: type_columns) -> ReportText:
    """What would come, or came, of a file. `report` is `Report.as_json`, with `sample` where there is one."""
    faults, many = report["faults"], report["fault_count"]
    more = ngettext("And %(n)s more.", "And %(n)s more.", many - len(faults)) % {
        "n": format_number(many - len(faults))
    }
    return ReportText(
        answer=_answer(report),
        good=not many,
        how=report["how"],
        counts=_counts(report, columns),
        faults=[(fault["line"], fault["column"], fault["reason"]) for fault in faults],
        more=more if many > len(faults) else "",
        header=[title for _key, title, _unit in columns],
        sample=[
            (
                unit,
                format_date(date.fromisoformat(day)),
                [_figure(values.get(key)) for key, _t, _u in columns],
            )
            for unit, day, values in report.get("sample", ())
        ],
        read=report["rows"],
    )


def _figure(text: str | None) -> str:
    return "–" if text is None else format_number(Decimal(text))


def _answer(report: Mapping[str, Any]) -> str:
    if many := report["fault_count"]:
        return ngettext(
            "%(n)s thing must be put right. Nothing is read in.",
            "%(n)s things must be put right. Nothing is read in.",
            many,
        ) % {"n": format_number(many)}
    if report["rows"]:
        days = format_span(date.fromisoformat(report["first_day"]), date.fromisoformat(report["last_day"]))
        return ngettext("%(n)s row is ready: %(days)s.", "%(n)s rows are ready: %(days)s.", report["rows"]) % {
            "n": format_number(report["rows"]), "days": days,
        }  # fmt: skip
    if report["unchanged"]:
        return _("Unchanged: everything in the file was read in before.")
    return _("None of the rows are about the units and days of the trial.")


def _counts(report: Mapping[str, Any], columns: type_columns) -> list[tuple[str, str]]:
    elsewhere = sum(report["elsewhere"].values())
    lines = [
        (_("Read in"), report["rows"]),
        (_("Unchanged"), report["unchanged"]),
        (_("Outside the days of the trial"), report["outside"]),
        (_("Of other units"), elsewhere),
        (_("For a unit and day that has a row already; all count"), report["repeated"]),
    ]
    told = [(words, format_number(n)) for words, n in lines if n]
    for key, title, unit in columns:
        if key in report["totals"]:
            total = report["totals"][key]
            told.append(
                (
                    _("%(what)s in all") % {"what": title},
                    f"{format_number(Decimal(total['sum']))} {unit}".strip(),
                )
            )
    return told


def batch_said(line: BatchLine) -> str:
    """One file in the list."""
    day = format_date(local_day(line.at))
    rows = ngettext("%(n)s row", "%(n)s rows", line.rows) % {"n": format_number(line.rows)}
    said = _("%(rows)s, read in on %(day)s by %(name)s.") % {"rows": rows, "day": day, "name": line.by}
    if line.undone_at is None:
        return said
    undone = {"day": format_date(local_day(line.undone_at)), "name": line.undone_by, "why": line.undone_why}
    return f"{said} " + _("Taken back on %(day)s by %(name)s: %(why)s") % undone
