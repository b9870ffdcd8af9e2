"""Rows of a file as figures of a unit on a day, by the mapping; every fault by line and column."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final, NamedTuple

from django.utils.translation import gettext as _

from stillads.kernel.rules import RuleError
from stillads.playbooks.kinds.series import Series
from stillads.playbooks.questions.number import Number

from .days import FORMATS, day_in
from .mapping import FileMapping
from .report import Report
from .table import Opened

_REMEMBERED: Final = 100_000


class Figures(NamedTuple):
    """One row that counts: its line, the place's key, the day, the figures by column."""

    line: int
    place: int
    day: date
    values: dict[str, str]


@dataclass
class Place:
    """A unit that figures are read in for. `opens(day)`: can something be registered for that day?"""

    key: int
    name: str
    opens: Callable[[date], bool]
    known: dict[date, bool] = field(default_factory=dict)

    def is_open(self, day: date) -> bool:
        """The same, asked once per day."""
        found = self.known.get(day)
        if found is None:
            found = self.known[day] = self.opens(day)
        return found


class _Column:
    """One column of figures: texts are read once and remembered, for figures come again and again."""

    def __init__(self, question: Number, heading: str, place: int) -> None:
        self.key, self.required = question.key, question.required
        self.heading, self.place = heading, place
        self._read = question.read
        self._known: dict[str, str] = {}

    def value(self, text: str) -> str:
        """The figure as the entry keeps it. Raises RuleError."""
        found = self._known.get(text)
        if found is None:
            found = str(self._read([text]))
            if len(self._known) < _REMEMBERED:
                self._known[text] = found
        return found


class Reader:
    """Reads the rows of an opened file; what cannot be read goes into `report`.

    places  public id of a unit → where its figures go: the first that is open on the day
    today   nothing is known of the days after it
    """

    def __init__(
        self,
        kind: Series,
        mapping: FileMapping,
        places: Mapping[str, Sequence[Place]],
        today: date,
        report: Report,
    ) -> None:
        self.kind, self.mapping, self.places, self.today, self.report = kind, mapping, places, today, report
        self._days: dict[str, date | None] = {}

    def rows(self, table: Opened) -> Iterator[Figures]:
        """The rows that count, in the file's order."""
        columns = self._columns(table)
        day_at = self._at(table, self.mapping.day, _("the day"))
        unit_at = self._at(table, self.mapping.unit, _("the unit")) if self.mapping.unit else None
        if day_at is None or self.report.faults:
            return
        for line, cells in table.rows:
            places = self._places(line, cells, unit_at)
            if places and (made := self._row(line, cells, places, day_at, columns)) is not None:
                yield made

    def _row(
        self, line: int, cells: list[str], places: Sequence[Place], day_at: int, columns: list[_Column]
    ) -> Figures | None:
        day = self._day(line, cells[day_at] if day_at < len(cells) else "")
        if day is None:
            return None
        place = next((place for place in places if place.is_open(day)), None)
        if place is None:
            self.report.outside += 1
            return None
        values = self._values(line, cells, columns)
        return Figures(line, place.key, day, values) if values else None

    def _values(self, line: int, cells: list[str], columns: list[_Column]) -> dict[str, str]:
        values: dict[str, str] = {}
        size = len(cells)
        for column in columns:
            text = cells[column.place].strip() if column.place < size else ""
            if not text:
                if column.required:
                    self.report.fault(line, column.heading, _("There must be a number here."))
                continue
            try:
                values[column.key] = column.value(text)
            except RuleError as refused:
                said = _("“%(text)s”: %(reason)s") % {"text": text[:40], "reason": refused.reason}
                self.report.fault(line, column.heading, said)
        return values

    def _day(self, line: int, text: str) -> date | None:
        if text not in self._days:
            if len(self._days) > _REMEMBERED:
                self._days.clear()
            self._days[text] = day_in(self.mapping.written, text)
        day = self._days[text]
        if day is None:
            example = FORMATS[self.mapping.written].name
            said = _("“%(text)s” is not written like %(example)s.") % {"text": text[:40], "example": example}
            self.report.fault(line, self.mapping.day, said)
        elif day > self.today:
            said = _("“%(text)s” lies in the future.") % {"text": text[:40]}
            self.report.fault(line, self.mapping.day, said)
            return None
        return day

    def _places(self, line: int, cells: list[str], unit_at: int | None) -> Sequence[Place]:
        """Where the row's figures can go; nowhere where the unit is passed over or not known."""
        name = "" if unit_at is None else cells[unit_at].strip() if unit_at < len(cells) else ""
        ref = self.mapping.only if unit_at is None else self.mapping.units.get(name, "")
        if found := self.places.get(ref):
            return found
        if ref:
            self.report.elsewhere[name] += 1
        else:
            self._unknown(line, name)
        return ()

    def _unknown(self, line: int, name: str) -> None:
        self.report.unknown[name] += 1
        if self.report.unknown[name] == 1:
            said = _("“%(name)s” is no unit we know. Choose which it is, or pass it over.") % {
                "name": name[:60]
            }
            self.report.fault(line, self.mapping.unit, said if name else _("The unit is missing."))

    def _columns(self, table: Opened) -> list[_Column]:
        (form,) = self.kind.forms().values()
        questions = {question.key: question for question in form if isinstance(question, Number)}
        made = []
        for column in self.kind.columns:
            heading = self.mapping.columns.get(column.key, "")
            if heading in table.headings:
                made.append(_Column(questions[column.key], heading, table.headings.index(heading)))
            elif column.required or heading:
                self.report.fault(
                    1, heading, _("The column with “%(what)s” is missing.") % {"what": column.title}
                )
        if not made and not self.report.faults:
            self.report.fault(1, "", _("Say which columns hold the figures."))
        return made

    def _at(self, table: Opened, heading: str, what: str) -> int | None:
        if heading in table.headings:
            return table.headings.index(heading)
        self.report.fault(1, heading, _("Say which column holds %(what)s.") % {"what": what})
        return None
