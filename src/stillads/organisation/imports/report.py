"""What came of an import: counts, lines, faults."""

from dataclasses import asdict, dataclass, field
from typing import Literal

type_what = Literal["created", "changed", "unchanged"]


@dataclass(frozen=True, slots=True)
class Fault:
    """One error: where (column "" for the whole line) and what was expected."""

    line: int
    column: str
    expected: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one line did."""

    line: int
    what: type_what
    text: str


@dataclass(slots=True)
class Report:
    """The import as it is shown, stored and printed. `saved`: no dry run, no faults."""

    kind: str
    file_name: str
    encoding: str = ""
    delimiter: str = ""
    saved: bool = False
    stored_as: str = ""
    outcomes: list[Outcome] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def count(self, what: str) -> int:
        """How many lines did `what`: created, changed or unchanged."""
        return sum(outcome.what == what for outcome in self.outcomes)

    def as_json(self) -> dict[str, object]:
        """Plain values for the database and for `--json`."""
        counts = {what: self.count(what) for what in ("created", "changed", "unchanged")}
        return {**asdict(self), **counts}

    @classmethod
    def from_json(cls, data: dict[str, object]) -> "Report":
        """The report that `as_json` stored."""
        rows = {
            key: data[key] for key in ("kind", "file_name", "encoding", "delimiter", "saved", "stored_as")
        }
        outcomes = [Outcome(**row) for row in data["outcomes"]]  # type: ignore[attr-defined]
        faults = [Fault(**row) for row in data["faults"]]  # type: ignore[attr-defined]
        return cls(**rows, outcomes=outcomes, faults=faults)  # type: ignore[arg-type]
