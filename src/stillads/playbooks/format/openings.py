"""When an instrument is open, and what it costs those who use it."""

from typing import Literal

from pydantic import Field

from .base import Key, Line, OptionalText, Part

Who = Literal["employee", "manager", "citizen", "relative", "interviewer", "driver"]


class ObservationWindow(Part):
    """A named stretch of days, counted from day 1 (1 is day 1; -7 is a week before it).

    "Servicekald i uge 23" is written as the days it is; the trial's own windows may move it.
    """

    key: Key
    title: Line
    first_day: int = Field(ge=-200, le=400)
    days: int = Field(ge=1, le=400)
    what: OptionalText = ""


class Opening(Part):
    """The days on which something can be registered. With `windows` only inside them.

    baseline   from the phase's baseline start to the day before day 1
    trial      from day 1 to the last day
    after      goes on after the decision, as daily operation
    """

    baseline: bool = False
    trial: bool = True
    after: bool = False
    windows: tuple[Key, ...] = ()


class Cost(Part):
    """What the registration asks of one employee: so many times a week, so many seconds each time."""

    seconds: int = Field(ge=0, le=7200)
    times_a_week: float = Field(ge=0, le=1000)

    @property
    def minutes_a_week(self) -> float:
        """Minutes per employee and week."""
        return self.seconds * self.times_a_week / 60
