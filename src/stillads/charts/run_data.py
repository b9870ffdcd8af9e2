"""What a run or control chart is drawn from: plain data, already computed."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from .line_data import Mark, Window

type_period = Literal["day", "week", "month"]
type_signal = Literal["", "outside", "run"]


@dataclass(frozen=True, slots=True)
class RunPoint:
    """One period. Figures are as they are shown (62, not 0.62, for 62 %); a missing one is None.

    first, last      both days count
    counted, out_of  the numbers behind the value, where it is a share or a rate
    centre, …        the lines of its phase here; limits may come from the time before
    reference        the centre line from before day 1, carried on
    part             the phase, from 1
    signal           `outside` a limit, or in a long `run` on one side of the centre line
    excluded         shown, but counted neither for lines nor for signals
    """

    first: date
    last: date
    value: float | None = None
    counted: float | None = None
    out_of: float | None = None
    centre: float | None = None
    lower: float | None = None
    upper: float | None = None
    reference: float | None = None
    part: int = 1
    signal: type_signal = ""
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class RunChart:
    """A chart of points in the order of time.

    unit         `%` or the plural of what is counted (`opkald`)
    description  the sentence that stands beside the picture
    start        day 1; the trial's other dates are `windows` and `marks`
    dots_only    too few useful points for lines and signals
    promised     the level that was predicted
    """

    title: str
    points: tuple[RunPoint, ...]
    unit: str = ""
    description: str = ""
    period: type_period = "week"
    start: date | None = None
    windows: tuple[Window, ...] = ()
    marks: tuple[Mark, ...] = ()
    dots_only: bool = False
    promised: float | None = None
    from_zero: bool = True
