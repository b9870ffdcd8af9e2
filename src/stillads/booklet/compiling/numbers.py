"""What a figure says in a published text: it has passed the gateway, or words stand in its place."""

from collections.abc import Iterable
from dataclasses import dataclass

from stillads.analysis.figures import count_of, figure_text
from stillads.analysis.gateway import release
from stillads.analysis.words import n_of_n
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
