"""From a trial's typed figure to what the pure rules take, and to the words it is shown by."""

from stillads.trials.models import Criterion, Figure

from .comparison import Expected, Measured
from .gateway import Count
from .words import amount


def expected_of(criterion: Criterion) -> Expected:
    """The criterion as the rules read it."""
    return Expected(criterion.direction, criterion.size, criterion.unit, criterion.worse)


def measured_of(figure: Figure) -> Measured:
    """The figure as the rules read it."""
    return Measured(figure.value, figure.unit, figure.before, figure.denominator, figure.estimate)


def count_of(figure: Figure) -> Count:
    """The figure as the gateway reads it."""
    return Count(
        figure.value,
        figure.unit,
        figure.perspective,
        figure.numerator,
        figure.denominator,
        figure.source if figure.published_by_source else "",
    )


def figure_text(figure: Figure) -> str:
    """What a live reference in a text shows: value and unit."""
    return amount(figure.value, figure.unit)
