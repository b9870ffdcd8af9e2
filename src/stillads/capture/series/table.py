"""A file as headings and rows, however a Danish spreadsheet has saved it. Rows are streamed, never all in memory."""

import codecs
import csv
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from django.utils.translation import gettext as _

from .report import UnreadableFileError

type_rows = Iterator[tuple[int, list[str]]]

_CHUNK: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Opened:
    """The headings as they stand, the rows under them (line in the file, cells), and how the file is written."""

    headings: tuple[str, ...]
    rows: type_rows
    how: str


@contextmanager
def opened(path: Path, name: str) -> Iterator[Opened]:
    """The file at `path`, called `name`. Raises UnreadableFileError, also while rows are taken from it."""
    with path.open("rb") as handle:
        start = handle.read(8)
    if start[:4] == b"PK\x03\x04":
        with _workbook(path) as made:
            yield made
    elif start == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        raise UnreadableFileError(_("The file is an old Excel file (.xls). Save it as .xlsx or as CSV."))
    else:
        with _csv(path) as made:
            yield made


@contextmanager
def _csv(path: Path) -> Iterator[Opened]:
    encoding, said = _encoding(path)
    with path.open("r", encoding=encoding, newline="", errors="replace") as handle:
        delimiter = _delimiter(handle.read(65_536))
        handle.seek(0)
        reader = csv.reader(handle, delimiter=delimiter, strict=True)
        rows = _lines(reader)
        _line, headings = next(rows, (0, []))
        words = {";": _("semicolons"), ",": _("commas"), "\t": _("tabs")}[delimiter]
        yield Opened(_headings(headings), rows, f"{said}, {words}")


def _lines(reader: Any) -> type_rows:
    try:
        for cells in reader:
            if cells and any(cells):
                yield reader.line_num, cells
    except csv.Error as error:
        raise UnreadableFileError(
            _("Line %(n)d: the quotation marks do not match (%(why)s).")
            % {"n": reader.line_num, "why": error}
        ) from error


def _encoding(path: Path) -> tuple[str, str]:
    """(codec, what a person calls it): by its mark, else UTF-8 where all of it is, else Windows (Latin-1)."""
    with path.open("rb") as handle:
        start = handle.read(4)
        if start.startswith(codecs.BOM_UTF8):
            return "utf-8-sig", "UTF-8"
        if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return "utf-16", "UTF-16"
        handle.seek(0)
        decoder = codecs.getincrementaldecoder("utf-8")()
        try:
            while chunk := handle.read(_CHUNK):
                if b"\x00" in chunk:
                    raise UnreadableFileError(_("The file is neither CSV nor Excel (.xlsx)."))
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "cp1252", "Latin-1"
    return "utf-8", "UTF-8"


def _delimiter(start: str) -> str:
    first = next((line for line in start.splitlines() if line.strip()), "")
    found = max(";\t,", key=lambda sign: (first.count(sign), -";\t,".index(sign)))
    return found if found in first else ";"


@contextmanager
def _workbook(path: Path) -> Iterator[Opened]:
    from .workbook import sheet  # openpyxl is loaded by the first who brings an Excel file

    with sheet(path) as (name, rows):
        _line, headings = next(rows, (0, []))
        yield Opened(_headings(headings), rows, f"Excel, {name}")


def _headings(cells: list[str]) -> tuple[str, ...]:
    """The headings without space around them; raises where there are none."""
    made = [" ".join(cell.split()) for cell in cells]
    while made and not made[-1]:
        made.pop()
    if not made:
        raise UnreadableFileError(_("The file is empty."))
    return tuple(made)
