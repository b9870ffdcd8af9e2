"""Forudsagt | Målt | Forskel: what was written down before day 1 beside what was found."""

from typing import cast

from stillads.analysis.queries.comparisons import ComparisonRow
from stillads.documents.elements import Comparison, Comparisons
from stillads.documents.labels import Perspective
from stillads.kernel.clock import local_day
from stillads.kernel.dates import format_date, format_span
from stillads.kernel.language import gettext as _

from ..queries.content import PhaseContent
from .numbers import shown_number


def comparisons_of(content: PhaseContent) -> Comparisons | None:
    """One row per locked expectation that still stands; None where nothing was predicted."""
    rows = [row for row in content.comparison.predicted if not row.withdrawn]
    if not rows:
        return None
    return Comparisons(rows=tuple(_row(row, _withheld(content)) for row in rows), note=_note(content))


def _withheld(content: PhaseContent) -> dict[str, str]:
    """Figures that may not be published, with the words in their place."""
    shown = {figure.public_id: shown_number(figure) for figure in content.figures}
    return {key: number.text for key, number in shown.items() if number.withheld}


def _row(row: ComparisonRow, withheld: dict[str, str]) -> Comparison:
    hidden = withheld.get(row.figure)
    measured = hidden or (_("%(before)s before, %(after)s after") if row.before else "%(after)s") % {
        "before": row.before,
        "after": row.measured,
    }
    return Comparison(
        what=row.what,
        perspective=cast("Perspective", row.perspective),
        predicted=row.predicted,
        measured=measured if row.figure else "",
        difference="" if hidden else row.difference or row.change,
        verdict=_verdict(row),
        basis=_basis(row, hidden=bool(hidden)),
    )


def _verdict(row: ComparisonRow) -> str:
    if row.outcome_word:
        return " ".join(part for part in (row.outcome_word, row.caveat) if part)
    return _("Provisional") if row.figure else _("Not examined")


def _basis(row: ComparisonRow, *, hidden: bool) -> str:
    period = ""
    if row.period_first and row.period_last:
        period = format_span(row.period_first, row.period_last)
    elif row.dated:
        period = format_date(row.dated)
    marks = [
        _("one person's estimate") if row.estimate else "",
        _("constructed") if row.constructed else "",
    ]
    return " · ".join(
        part for part in ("" if hidden else row.n, row.method, row.source, period, *marks) if part
    )


def _note(content: PhaseContent) -> str:
    prediction = content.prediction
    if prediction is None or prediction.locked_at is None:
        return ""
    return _("The prediction was locked on %(date)s.") % {
        "date": format_date(local_day(prediction.locked_at))
    }
