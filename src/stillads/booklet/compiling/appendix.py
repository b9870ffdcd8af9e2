"""The appendix: every figure of the booklet, n of N, with method, source and date."""

from stillads.documents.edition import Section
from stillads.documents.elements import Table
from stillads.kernel.language import gettext as _
from stillads.trials.models import Figure

from ..queries.content import PhaseContent
from .numbers import marks_of, shown_number, standing, when


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
    """A source that all figures share is said once, below the table, instead of in every row."""
    sources = {figure.source for figure in figures}
    shared = sources.pop() if len(sources) == 1 else ""
    header = (_("Figure"), _("Value"), _("Period"), _("Method"), _("Source"))
    return Table(
        caption=_("Figures of “%(title)s”") % {"title": title},
        header=header[:-1] if shared else header,
        rows=tuple(_row(figure)[: -1 if shared else None] for figure in figures),
        note=_("Source: %(source)s") % {"source": shared} if shared else "",
    )


def _row(figure: Figure) -> tuple[str, ...]:
    method = " · ".join([figure.method, *marks_of(figure)])
    return figure.label, shown_number(figure).whole, when(figure), method, figure.source
