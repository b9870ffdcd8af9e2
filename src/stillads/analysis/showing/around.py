"""What is drawn and said around a measure: the trial's days, what happened on them, what was promised."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from stillads.charts.line_data import Mark, Window

from ..comparison import Expected
from ..sentences import Sampling


@dataclass(frozen=True, slots=True)
class Around:
    """Of one measure of one phase.

    start      day 1
    windows, marks  what stands over the points: observation windows, notes of the logbook
    titles     measures' and windows' keys → their titles, for baselines that come from there
    expected   what was predicted of the measure, where anything was
    sampling   whether one and the same may have been counted several times
    constructed  whether the registrations are invented: the picture carries the word
    """

    start: date
    windows: tuple[Window, ...] = ()
    marks: tuple[Mark, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)
    expected: Expected | None = None
    sampling: Sampling = Sampling.UNKNOWN
    constructed: bool = False
