"""What the 100-day line is drawn from."""

from dataclasses import dataclass, field
from datetime import date

from stillads.kernel.dates import length_in_days


@dataclass(frozen=True, slots=True)
class Window:
    """A named stretch in which something is measured; both days count."""

    label: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that happened on a day."""

    day: date
    kind: str
    label: str


@dataclass(frozen=True, slots=True)
class HundredDayLine:
    """The dates of one phase. ValueError where the end lies before the start."""

    start: date
    end: date
    today: date | None = None
    baseline_start: date | None = None
    evaluation: date | None = None
    windows: tuple[Window, ...] = ()
    marks: tuple[Mark, ...] = field(default=())

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"the line ends ({self.end}) before it starts ({self.start})")

    @property
    def days(self) -> int:
        """Length; both ends count."""
        return length_in_days(self.start, self.end)
