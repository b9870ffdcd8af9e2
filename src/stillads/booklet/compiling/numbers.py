"""What a figure says in a published text: n of N where there is one, and nothing about a few people."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from django.conf import settings

from stillads.kernel.language import gettext as _
from stillads.kernel.numbers import format_number
from stillads.trials.models import Figure

Shown = Literal["as_is", "withheld"]


@dataclass(frozen=True, slots=True)
class ShownNumber:
    """A figure as it may be published: its text, and why it may although it is small."""

    figure: Figure
    text: str
    shown: Shown
    exemption: str = ""


def smallest_cell() -> int:
    """Counts of people below this are not published, nor what is left when one subtracts them."""
    return int(getattr(settings, "STILLADS_SMALLEST_CELL", 5))


def shown_number(figure: Figure) -> ShownNumber:
    """The figure for the public: withheld where it, or the rest of its N, is about too few."""
    exemption = _exemption(figure)
    if not exemption and _is_small(figure):
        return ShownNumber(figure, _("fewer than %(n)d") % {"n": smallest_cell()}, "withheld")
    return ShownNumber(figure, number_text(figure), "as_is", exemption)


def number_text(figure: Figure) -> str:
    """`16 af 25`, `36 %`, `130 opkald`."""
    if figure.numerator is not None and figure.denominator is not None:
        return _("%(n)s of %(total)s") % {
            "n": format_number(figure.numerator),
            "total": format_number(figure.denominator),
        }
    return with_unit(figure.value, figure.unit)


def with_unit(value: Decimal, unit: str) -> str:
    """The number and its unit, kept together before a percent sign."""
    between = "\u202f" if unit == "%" else " "
    return f"{format_number(value)}{between}{unit}" if unit else format_number(value)


def current_figures(figures: Iterable[Figure]) -> list[Figure]:
    """Without those that a newer row has replaced."""
    rows = list(figures)
    replaced = {figure.replaces_id for figure in rows if figure.replaces_id}
    return [figure for figure in rows if figure.pk not in replaced]


def shown_texts(figures: Iterable[Figure]) -> dict[str, str]:
    """Public id → text, for the references in bodies. An old reference shows the corrected number."""
    rows = list(figures)
    newer = {figure.replaces_id: figure for figure in rows if figure.replaces_id}
    texts = {}
    for figure in rows:
        latest = figure
        while latest.pk in newer:
            latest = newer[latest.pk]
        texts[figure.public_id] = shown_number(latest).text
    return texts


def _exemption(figure: Figure) -> str:
    if figure.published_by_source:
        return _("published by the source: %(source)s") % {"source": figure.source}
    return _("constructed") if figure.constructed else ""


def _is_small(figure: Figure) -> bool:
    if figure.numerator is None or figure.denominator is None:
        return False
    counts = (figure.numerator, figure.denominator - figure.numerator)
    return any(0 < count < smallest_cell() for count in counts)
