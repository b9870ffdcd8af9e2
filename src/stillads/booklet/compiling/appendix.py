"""The appendix: every figure of the booklet, n of N, with method, source and date."""

from stillads.documents.edition import Section
from stillads.documents.elements import Table
from stillads.kernel.dates import format_date, format_span
from stillads.kernel.language import gettext as _
from stillads.trials.models import Figure

from ..queries.content import PhaseContent
from .numbers import shown_number, standing


def appendix_of(contents: tuple[PhaseContent, ...]) -> tuple[Section, ...]:
    """One section per trial that has figures."""
    found = []
    for number, content in enumerate(contents, 1):
        figures = standing(content.figures)
        if figures:
            title = _("%(number)d. %(title)s") % {"number": number, "title": content.phase.trial.title}
            found.append(Section(title=title, elements=(_table(figures, content.phase.trial.title),)))
    return tuple(found)


def _table(figures: list[Figure], title: str) -> Table:
    return Table(
        caption=_("Figures of “%(title)s”") % {"title": title},
        header=(_("Figure"), _("Value"), _("Period"), _("Method"), _("Source")),
        rows=tuple(_row(figure) for figure in figures),
    )


def _row(figure: Figure) -> tuple[str, ...]:
    shown = shown_number(figure)
    period = (
        format_span(figure.period_first, figure.period_last)
        if figure.period_first and figure.period_last
        else format_date(figure.dated)
    )
    marks = [_("one person's estimate")] if figure.estimate else []
    marks += [_("constructed")] if figure.constructed else []
    method = " · ".join([figure.method, *marks])
    return figure.label, shown.whole, period, method, figure.source
