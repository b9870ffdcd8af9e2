"""How a run chart is put together; `run_chart.draw` is the way in."""

from .pen import Pen
from .run_frame import axes, frame
from .run_labels import above, edge, phases
from .run_lines import joined, phase_lines, promised, verticals, windows
from .run_points import notes, points
from .run_words import Telling


def body(told: Telling, pen: Pen) -> tuple[str, float]:
    """Everything in the picture, and how tall it is."""
    here = frame(told, pen)
    under, height = notes(here, here.bottom + pen.size.text + 6 + pen.size.lane + 10)
    drawn = windows(here) + axes(here) + verticals(here)
    if not told.chart.dots_only:
        drawn += phase_lines(here) + promised(here) + joined(here)
    return drawn + points(here) + edge(here) + phases(here) + above(here) + under, height
