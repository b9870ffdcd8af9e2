"""Measures in plain Python: definition → periods → points. No database, no words, no picture.

`compute(given)` is the way in: `Given` holds the days, the places and the figures (`DayBucket`s, or `Observation`s
where sums of days cannot answer). The database, the simulation and tests hand in the same.
"""

from .breakdowns import NotBrokenDown, breakdowns, broken_down, by_weekday_and
from .compute import compute, summary
from .given import Elsewhere, Figures, Given
from .inputs import DayBucket, Observation, Site, Timeline, Window
from .observing import FROM_ROWS, observe
from .periods import a_year_before, periods_of
from .results import Baseline, Change, MeasureResult, Period, Point, Series, Unused, Why

__all__ = [
    "FROM_ROWS",
    "Baseline",
    "Change",
    "DayBucket",
    "Elsewhere",
    "Figures",
    "Given",
    "MeasureResult",
    "NotBrokenDown",
    "Observation",
    "Period",
    "Point",
    "Series",
    "Site",
    "Timeline",
    "Unused",
    "Why",
    "Window",
    "a_year_before",
    "breakdowns",
    "broken_down",
    "by_weekday_and",
    "compute",
    "observe",
    "periods_of",
    "summary",
]
