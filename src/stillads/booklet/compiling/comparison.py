"""Forudsagt | Målt | Forskel: what was written down before day 1 beside what was found."""

from collections.abc import Sequence
from typing import cast

from stillads.documents.elements import Comparison, Comparisons
from stillads.documents.labels import Perspective
from stillads.kernel.dates import format_date, format_span
from stillads.kernel.language import gettext as _
from stillads.trials.models import Criterion, Figure

from ..queries.content import PhaseContent
from .numbers import current_figures, shown_number, with_unit


def comparisons_of(content: PhaseContent) -> Comparisons | None:
    """One row per expectation that still stands; None where nothing was predicted."""
    criteria = _standing(content.criteria)
    if not criteria:
        return None
    rows = tuple(_row(criterion, content.figures) for criterion in criteria)
    return Comparisons(rows=rows, note=_note(content))


def _standing(criteria: Sequence[Criterion]) -> list[Criterion]:
    amended = {one.amends_id for one in criteria if one.amends_id}
    return [one for one in criteria if one.pk not in amended and not one.withdrawn]


def _row(criterion: Criterion, figures: Sequence[Figure]) -> Comparison:
    measured = [one for one in current_figures(figures) if one.criterion_id == criterion.pk]
    figure = measured[-1] if measured else None
    return Comparison(
        what=criterion.what,
        perspective=cast("Perspective", criterion.perspective),
        predicted=_predicted(criterion),
        measured=_measured(figure),
        difference=_difference(figure),
        verdict="" if figure else _("Not examined"),
        basis=_basis(figure),
    )


def _predicted(criterion: Criterion) -> str:
    size = with_unit(criterion.size, criterion.unit) if criterion.size is not None else ""
    words = {
        Criterion.Direction.UP: _("Rises %(size)s") if size else _("Rises"),
        Criterion.Direction.DOWN: _("Falls %(size)s") if size else _("Falls"),
        Criterion.Direction.UNCHANGED: _("Stays as it is"),
        Criterion.Direction.NOT_WORSE: _("Does not get worse"),
    }
    said = words[Criterion.Direction(criterion.direction)]
    return said % {"size": size} if size and "%(size)s" in said else said


def _measured(figure: Figure | None) -> str:
    if figure is None:
        return ""
    shown = shown_number(figure)
    if shown.shown == "withheld" or figure.before is None:
        return shown.text
    return _("%(before)s before, %(after)s after") % {
        "before": with_unit(figure.before, figure.unit),
        "after": with_unit(figure.value, figure.unit),
    }


def _difference(figure: Figure | None) -> str:
    if figure is None or figure.before is None or shown_number(figure).shown == "withheld":
        return ""
    change = figure.value - figure.before
    if change == 0:
        return _("No difference")
    return (_("%(size)s more") if change > 0 else _("%(size)s less")) % {
        "size": with_unit(abs(change), figure.unit)
    }


def _basis(figure: Figure | None) -> str:
    if figure is None:
        return ""
    period = (
        format_span(figure.period_first, figure.period_last)
        if figure.period_first and figure.period_last
        else format_date(figure.dated)
    )
    estimate = _("one person's estimate") if figure.estimate else ""
    constructed = _("constructed") if figure.constructed else ""
    return " · ".join(part for part in (figure.method, figure.source, period, estimate, constructed) if part)


def _note(content: PhaseContent) -> str:
    prediction = content.prediction
    if prediction is None or prediction.locked_at is None:
        return _("The prediction was not locked before day 1.")
    return _("The prediction was locked on %(date)s.") % {"date": format_date(prediction.locked_at.date())}
