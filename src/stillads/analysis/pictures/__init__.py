"""From results to pictures: what `charts` draws, made of what `spc` and `smallsample` found. Pure.

What a picture may show is decided here: with fewer than ten useful points a chart has only dots, and a phase of its own
fewer shows no signals.
"""

from .funnels import funnel_plot
from .levels import before_after
from .runs import Period, run_chart

__all__ = ["Period", "before_after", "funnel_plot", "run_chart"]
