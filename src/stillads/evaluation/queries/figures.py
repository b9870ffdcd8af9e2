"""A trial's figures: those that stand, and what a reference to any of them shows now."""

from collections.abc import Sequence

from stillads.analysis.figures import figure_text
from stillads.analysis.words import amount, n_of_n
from stillads.trials.models import Figure, Phase

from .types import FigureView


def standing_figures(figures: Sequence[Figure], phase: Phase) -> list[Figure]:
    """Those that no newer row replaces, the phase's own first."""
    replaced = {figure.replaces_id for figure in figures}
    stand = [figure for figure in figures if figure.pk not in replaced and not figure.withdrawn]
    return sorted(stand, key=lambda figure: figure.phase_id != phase.pk)


def shown_now(figures: Sequence[Figure]) -> dict[str, str]:
    """Public id → what `[tal:…]` shows: a corrected figure shows the newest number of its line."""
    newer = {figure.replaces_id: figure for figure in figures if figure.replaces_id is not None}
    shown = {}
    for figure in figures:
        now = figure
        while now.pk in newer:
            now = newer[now.pk]
        shown[figure.public_id] = figure_text(now)
    return shown


def figure_view(figure: Figure) -> FigureView:
    """The figure with its words; its phase must be loaded."""
    return FigureView(
        id=figure.public_id,
        label=figure.label,
        text=figure_text(figure),
        n=n_of_n(figure.numerator, figure.denominator),
        before="" if figure.before is None else amount(figure.before, figure.unit),
        unit=figure.unit,
        perspective=figure.perspective,
        method=figure.method,
        source=figure.source,
        dated=figure.dated,
        period_first=figure.period_first,
        period_last=figure.period_last,
        site=figure.site,
        estimate=figure.estimate,
        constructed=figure.constructed,
        published_by_source=figure.published_by_source,
        phase=figure.phase.public_id,
        phase_number=figure.phase.number,
    )
