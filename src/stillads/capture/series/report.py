"""What came, or would come, of a file of figures."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Final

MOST_FAULTS: Final = 200  # so many are told; the rest is counted
_SAMPLE: Final = 5


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong: the line in the file (the headings are line 1), the column's heading, what to do."""

    line: int
    column: str
    reason: str


class UnreadableFileError(Exception):
    """The file as a whole cannot be read; the text says why."""


@dataclass
class Report:
    """Counts, faults and samples.

    rows           figures that are (or would be) read in
    unchanged      rows that stand there already
    outside        rows of days on which nothing is registered
    elsewhere      unit's name in the file → rows that were passed over
    unknown        unit's name in the file that nobody has mapped → rows; one fault for each name
    repeated       rows of a unit and day that has a row before; all count
    totals         column's key → (how many figures, their sum)
    sample         the first rows: unit, day, figures by key
    """

    how: str = ""
    rows: int = 0
    unchanged: int = 0
    outside: int = 0
    repeated: int = 0
    elsewhere: Counter[str] = field(default_factory=Counter)
    unknown: Counter[str] = field(default_factory=Counter)
    totals: dict[str, tuple[int, Decimal]] = field(default_factory=dict)
    first_day: date | None = None
    last_day: date | None = None
    faults: list[Fault] = field(default_factory=list)
    fault_count: int = 0
    sample: list[tuple[str, date, Mapping[str, str]]] = field(default_factory=list)
    batch: str = ""

    def fault(self, line: int, column: str, reason: str) -> None:
        """One more fault; beyond the first 200 it is only counted."""
        self.fault_count += 1
        if len(self.faults) < MOST_FAULTS:
            self.faults.append(Fault(line, column, reason))

    def read(self, unit: str, day: date, figures: Mapping[str, str]) -> None:
        """One more row that is read in."""
        self.rows += 1
        if self.first_day is None or day < self.first_day:
            self.first_day = day
        if self.last_day is None or day > self.last_day:
            self.last_day = day
        if len(self.sample) < _SAMPLE:
            self.sample.append((unit, day, figures))

    def as_json(self) -> dict[str, Any]:
        """Plain data, for programs and for the batch's row."""
        return {
            "how": self.how,
            "rows": self.rows,
            "unchanged": self.unchanged,
            "outside": self.outside,
            "repeated": self.repeated,
            "elsewhere": dict(self.elsewhere),
            "unknown": dict(self.unknown),
            "totals": {key: {"n": n, "sum": f"{total:f}"} for key, (n, total) in self.totals.items()},
            "first_day": self.first_day.isoformat() if self.first_day else None,
            "last_day": self.last_day.isoformat() if self.last_day else None,
            "faults": [
                {"line": fault.line, "column": fault.column, "reason": fault.reason} for fault in self.faults
            ],
            "fault_count": self.fault_count,
            "batch": self.batch,
        }
