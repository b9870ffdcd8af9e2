"""How many are left at each step, in words."""

import itertools

from stillads.charts.figures import drawable, said
from stillads.charts.funnel import Funnel
from stillads.kernel.language import gettext as _

from .words import joined


def left(chart: Funnel) -> str:
    """From the first counted step to the last: `Ud af 63 spurgt: 5 sagde ja, 1 er med endnu.`"""
    steps = [(step.label, known) for step in chart.steps if (known := drawable(step.count)) is not None]
    if not steps:
        return _("Nothing has been counted yet.")
    if not any(count for _label, count in steps):
        return _("Nobody has reached the first step yet.")
    text = "; ".join(f"{label}: {said(count)}" for label, count in steps)
    uncounted = len(chart.steps) - len(steps)
    return joined(
        (capital_stop(text), _rise(steps), _("One step was not counted.") if uncounted == 1 else "")
    )


def capital_stop(text: str) -> str:
    """The text with a capital first and a full stop last."""
    return f"{text[:1].upper()}{text[1:]}."


def _rise(steps: list[tuple[str, float]]) -> str:
    """More at a later step than before it: then it is no funnel, and the figures must be looked at."""
    counts = [count for _label, count in steps]
    if any(later > earlier for earlier, later in itertools.pairwise(counts)):
        return _("A later step has more than the one before it: look at what was counted.")
    return ""
