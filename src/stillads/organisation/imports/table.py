"""A CSV file as rows of named cells, however Excel has saved it."""

import csv
import io
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from .report import Fault

MOST_ROWS = 5000
MOST_BYTES = 4_000_000


def any_text(text: str, field: str) -> None:
    """For a column in which everything is right."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its field, the Danish name it is told by, other names it may have.

    `check(text, field)` raises RuleError where a cell alone is wrong, so that every fault of a row is
    told at once, not the first.
    """

    field: str
    name: str
    others: tuple[str, ...] = ()
    required: bool = False
    check: Callable[[str, str], object] = any_text


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the file with its cells by field; an empty cell is an empty text."""

    line: int
    cells: Mapping[str, str]


class UnreadableTableError(Exception):
    """The file as a whole cannot be read as a table; `faults` say why."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("; ".join(fault.expected for fault in faults))
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Table:
    """What the file held, and how it was written."""

    rows: tuple[Row, ...]
    encoding: str
    delimiter: str


def read_table(data: bytes, columns: tuple[Column, ...]) -> Table:
    """The rows of a CSV file. Raises UnreadableTableError with every fault of the file as a whole."""
    text, encoding = _decoded(data)
    delimiter = _delimiter(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[Row] = []
    fields: list[str | None] = []
    try:
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            if not fields:
                fields = _fields(cells, columns, reader.line_num)
            else:
                rows.append(_row(cells, fields, reader.line_num))
    except csv.Error as error:
        said = _("The quotation marks do not match from here on (%s).") % error
        raise UnreadableTableError([Fault(reader.line_num, "", said)]) from error
    if not rows:
        raise UnreadableTableError([Fault(1, "", _("The file has no rows under its headings."))])
    if len(rows) > MOST_ROWS:
        said = _("The file has %(n)d rows. Split it: at most %(most)d at a time.")
        raise UnreadableTableError([Fault(1, "", said % {"n": len(rows), "most": MOST_ROWS})])
    return Table(tuple(rows), encoding, delimiter)


def _decoded(data: bytes) -> tuple[str, str]:
    if len(data) > MOST_BYTES:
        raise UnreadableTableError([Fault(1, "", _("The file is larger than 4 MB."))])
    if data.startswith(b"PK"):
        said = _(
            "This is an Excel file. Save it in Excel as “CSV UTF-8 (semicolon separated)” and send that."
        )
        raise UnreadableTableError([Fault(1, "", said)])
    try:
        text, encoding = data.decode("utf-8-sig"), "UTF-8"
    except UnicodeDecodeError:
        text, encoding = data.decode("cp1252", errors="replace"), "Latin-1"
    if "\0" in text or "\ufffd" in text:
        raise UnreadableTableError(
            [Fault(1, "", _("This is not a text file. Save it as CSV and send that."))]
        )
    return unicodedata.normalize("NFC", text), encoding


def _delimiter(text: str) -> str:
    head = next((line for line in text.splitlines() if line.strip()), "")
    return max((";", ",", "\t"), key=head.count)


def _fields(cells: list[str], columns: tuple[Column, ...], line: int) -> list[str | None]:
    """Field of each column; None for columns that we do not use."""
    known = {_plain(name): column.field for column in columns for name in (column.name, *column.others)}
    fields = [known.get(_plain(cell)) for cell in cells]
    faults = [
        Fault(line, column.name, _("This column is missing. The first line must hold its name."))
        for column in columns
        if column.required and column.field not in fields
    ]
    doubles = {field for field in fields if field and fields.count(field) > 1}
    faults += [
        Fault(line, column.name, _("This column is there twice."))
        for column in columns
        if column.field in doubles
    ]
    if faults:
        raise UnreadableTableError(faults)
    return fields


def _row(cells: list[str], fields: list[str | None], line: int) -> Row:
    named = {field: cell.strip() for field, cell in zip(fields, cells, strict=False) if field}
    return Row(line, {field: named.get(field, "") for field in fields if field})


def _plain(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())
