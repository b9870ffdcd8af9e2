"""Figures that are so many of so many, as pictures in their chapter."""

from stillads.analysis.words import n_of_n
from stillads.charts import part_of
from stillads.documents.elements import Picture
from stillads.kernel.language import gettext as _
from stillads.trials.models import Figure

from ..queries.content import PhaseContent
from .numbers import marks_of, shown_number, standing, when

_MOST = 2  # pictures in a chapter; the others stand in the appendix


def pictures_of(content: PhaseContent, *, colour: str) -> tuple[Picture, ...]:
    """The first figures of the trial that can be counted by eye; never one that may not be published."""
    drawn = [figure for figure in standing(content.figures) if _can_draw(figure)]
    told = content.phase.trial.source_note
    return tuple(_picture(figure, colour, told) for figure in drawn[:_MOST])


def _can_draw(figure: Figure) -> bool:
    counted, out_of = figure.numerator, figure.denominator
    if counted is None or out_of is None or shown_number(figure).withheld:
        return False
    return part_of.can_draw(counted, out_of)


def _picture(figure: Figure, colour: str, told: str) -> Picture:
    """`told` is the chapter's own source, which stands at its head already."""
    own = [figure.source] if figure.source != told else []
    counted, out_of = figure.numerator or 0, figure.denominator or 0
    said = _("%(label)s: %(of)s") % {"label": figure.label, "of": n_of_n(counted, out_of)}
    return Picture(
        svg=part_of.draw(counted, out_of, title=said, standalone=True, colour=colour),
        alt=_("%(said)s. One mark for each, the counted ones filled.") % {"said": said},
        sentence=said,
        caption=" · ".join([when(figure), figure.method, *own, *marks_of(figure)]),
    )
