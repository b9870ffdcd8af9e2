"""What a figure says in a published text: it has passed the gateway, or words stand in its place."""

from collections.abc import Iterable
from dataclasses import dataclass

from stillads.analysis.figures import count_of, figure_text
from stillads.analysis.gateway import release
from stillads.analysis.words import n_of_n
from stillads.kernel.dates import format_date, format_span
from stillads.kernel.language import gettext as _
from stillads.trials.models import Figure


@dataclass(frozen=True, slots=True)
class ShownNumber:
    """A figure as it may be published: its text, n of N where that may be told, withheld or not."""

    text: str
    of: str
    withheld: bool

    @property
    def whole(self) -> str:
        """`36 % (9 af 25)`."""
        return f"{self.text} ({self.of})" if self.of else self.text


def shown_number(figure: Figure) -> ShownNumber:
    """The figure for the public."""
    decided = release(count_of(figure))
    if decided.withheld:
        return ShownNumber(str(decided.instead), "", True)
    return ShownNumber(figure_text(figure), n_of_n(figure.numerator, figure.denominator), False)


def when(figure: Figure) -> str:
    """The period of the figure, or the day it is dated."""
    if figure.period_first and figure.period_last:
        return format_span(figure.period_first, figure.period_last)
    return format_date(figure.dated)


def marks_of(figure: Figure) -> list[str]:
    """What must be said along with the figure: an estimate, constructed."""
    marks = [_("one person's estimate")] if figure.estimate else []
    return [*marks, _("constructed")] if figure.constructed else marks


def standing(figures: Iterable[Figure]) -> list[Figure]:
    """Without those that a newer row has replaced or withdrawn."""
    rows = list(figures)
    replaced = {figure.replaces_id for figure in rows}
    return [figure for figure in rows if figure.pk not in replaced and not figure.withdrawn]


def shown_texts(figures: Iterable[Figure]) -> dict[str, str]:
    """Public id → text, for the references in bodies. A corrected figure shows the newest of its line."""
    rows = list(figures)
    newer = {figure.replaces_id: figure for figure in rows if figure.replaces_id}
    texts = {}
    for figure in rows:
        latest = figure
        while latest.pk in newer:
            latest = newer[latest.pk]
        texts[figure.public_id] = shown_number(latest).text
    return texts
