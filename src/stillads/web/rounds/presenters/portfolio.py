"""What became of all trials, in sentences and a table."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stillads.analysis.words import n_of_n
from stillads.kernel.numbers import format_number
from stillads.overview.queries.portfolio import Portfolio


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the table: title, address, and its numbers as texts under their columns."""

    title: str
    url: str
    constructed: bool
    cells: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PortfolioPage:
    """What the template places. Answers are whole sentences."""

    answer: str
    measured: str
    found: str
    doubt: str
    columns: tuple[str, ...]
    lines: list[Line]


def portfolio_page(whole: Portfolio, rounds: list[Portfolio]) -> PortfolioPage:
    """The answer is what was decided; then how honestly it was found out."""
    lines = [_line(row, row.title, reverse("rounds:round", args=[row.key])) for row in rounds]
    if len(rounds) > 1:
        lines.append(_line(whole, _("All rounds together"), ""))
    return PortfolioPage(
        answer=_decided(whole),
        measured=_measured(whole),
        found=_found(whole),
        doubt=_doubt(whole),
        columns=_columns(),
        lines=lines,
    )


def _columns() -> tuple[str, ...]:
    return (
        _("Trials"), _("Locked"), _("With an aim"), _("Measured before"), _("Compared"), _("Aims met"), _("Introduced"),
        _("Extended"), _("Dropped"),
    )  # fmt: skip


def _line(row: Portfolio, title: str, url: str) -> Line:
    judged = sum(row.verdicts.values())
    numbers = [
        row.trials, row.locked, row.aimed, row.baseline, row.compared, None, _introduced(row),
        row.decisions["extend"], row.decisions["drop"],
    ]  # fmt: skip
    met = n_of_n(row.verdicts["met"], judged) if judged else "–"
    texts = [met if n is None else format_number(n) for n in numbers]
    return Line(title, url, row.constructed, tuple(zip(_columns(), texts, strict=True)))


def _introduced(row: Portfolio) -> int:
    return row.decisions["permanent"] + row.decisions["spread"]


def _decided(row: Portfolio) -> str:
    many = sum(row.decisions.values())
    if not many:
        return _("Nothing has been decided yet.")
    said = ngettext("%(n)s part has been decided:", "%(n)s parts have been decided:", many)
    rest = _("%(in)s introduced, %(more)s extended, %(out)s dropped.")
    return f"{said % {'n': format_number(many)}} " + rest % {
        "in": format_number(_introduced(row)),
        "more": format_number(row.decisions["extend"]),
        "out": format_number(row.decisions["drop"]),
    }


def _measured(row: Portfolio) -> str:
    said = ngettext(
        "Of %(all)s trial %(locked)s had a prediction locked before day 1, %(aimed)s with a size; %(before)s had "
        "something measured before, %(compared)s something else to compare with.",
        "Of %(all)s trials %(locked)s had a prediction locked before day 1, %(aimed)s of them with a size; %(before)s "
        "had something measured before, %(compared)s something else to compare with.",
        row.trials,
    )
    return said % {
        "all": format_number(row.trials),
        "locked": format_number(row.locked),
        "aimed": format_number(row.aimed),
        "before": format_number(row.baseline),
        "compared": format_number(row.compared),
    }


def _found(row: Portfolio) -> str:
    judged = sum(row.verdicts.values())
    if not judged:
        return _("No expectation has been judged yet.")
    said = ngettext(
        "Of %(all)s expectation %(met)s was met, %(not)s was not, %(wrong)s went the wrong way, and of %(open)s it "
        "cannot be told.",
        "Of %(all)s expectations %(met)s were met, %(not)s were not, %(wrong)s went the wrong way, and of %(open)s it "
        "cannot be told.",
        judged,
    )
    return said % {
        "all": format_number(judged),
        "met": format_number(row.verdicts["met"]),
        "not": format_number(row.verdicts["not_met"]),
        "wrong": format_number(row.verdicts["wrong_way"]),
        "open": format_number(row.verdicts["cannot_tell"]),
    }


def _doubt(row: Portfolio) -> str:
    """A word of warning where success is all there is, or rests on little."""
    decided, judged = sum(row.decisions.values()), sum(row.verdicts.values())
    if decided >= 5 and not row.decisions["drop"]:
        return _("Nothing has been dropped. Where trials are measured honestly, some do not work.")
    if _introduced(row) > row.verdicts["met"] and judged:
        return _("More has been introduced than expectations were met. Ask what the rest rests on.")
    return ""
