"""From a measure's result to what a page shows of it: picture, sentences, and what they stand on.

Pure: plain results in, charts of `stillads.charts` and text out. `show` is the way in; `parts` shows a breakdown.
"""

from .around import Around
from .parts import by_hours, by_value
from .shown import Shown, show

__all__ = ["Around", "Shown", "by_hours", "by_value", "show"]
