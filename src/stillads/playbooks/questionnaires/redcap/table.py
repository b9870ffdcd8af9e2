"""The data dictionary as rows: its encoding, its delimiter, its columns."""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Protocol

from django.utils.translation import gettext as _

from stillads.documents.characters import clean_text

from ..refusals import Unreadable

_MOST: Final = 5000
_CELL: Final = 50_000
# Column names of the export, and of the programming interface.
_COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "name": ("variable / field name", "variable/field name", "field_name", "variable"),
    "form": ("form name", "form_name"),
    "header": ("section header", "section_header"),
    "type": ("field type", "field_type"),
    "label": ("field label", "field_label"),
    "choices": ("choices, calculations, or slider labels", "choices or calculations",
                "select_choices_or_calculations"),
    "note": ("field note", "field_note"),
    "validation": ("text validation type or show slider number", "text_validation_type_or_show_slider_number"),
    "low": ("text validation min", "text_validation_min"),
    "high": ("text validation max", "text_validation_max"),
    "identifier": ("identifier?", "identifier"),
    "branching": ("branching logic (show field only if...)", "branching logic", "branching_logic"),
    "required": ("required field?", "required_field"),
    "matrix": ("matrix group name", "matrix_group_name"),
    "ranking": ("matrix ranking?", "matrix_ranking"),
    "annotation": ("field annotation", "field_annotation"),
}  # fmt: skip


class type_reader(Protocol):  # noqa: N801
    """What csv.reader gives: rows, and how many lines were read."""

    line_num: int

    def __iter__(self) -> Iterator[list[str]]: ...

    def __next__(self) -> list[str]: ...


@dataclass(frozen=True, slots=True)
class Row:
    """One field: the line on which it begins, and its cells by our names of the columns."""

    line: int
    cells: Mapping[str, str]

    def get(self, name: str) -> str:
        """A cell, without spaces around it."""
        return self.cells.get(name, "")

    def says(self, name: str) -> bool:
        """Is there a `y` in the cell?"""
        return self.get(name).lower() in ("y", "yes", "1", "true")


def rows_of(data: bytes) -> list[Row]:
    """The fields of the dictionary. Raises Unreadable for what is none."""
    reader = _reader(_decoded(data))
    try:
        header = [_folded(cell) for cell in next(reader, [])]
        columns = _columns(header)
        rows = list(_rows(reader, columns))
    except csv.Error as error:
        raise Unreadable(_("Line %d of the file cannot be read as CSV.") % reader.line_num) from error
    if len(rows) > _MOST:
        raise Unreadable(_("The dictionary has more than %d fields. Divide it.") % _MOST)
    return rows


def _decoded(data: bytes) -> str:
    if b"\0" in data:
        raise Unreadable(_("The file is not a text file."))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _reader(text: str) -> type_reader:
    first = text.lstrip("\r\n").partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)


def _folded(cell: str) -> str:
    return " ".join(cell.replace("…", "...").split()).lower()


def _columns(header: list[str]) -> Mapping[str, int]:
    found = {
        name: header.index(title) for name, titles in _COLUMNS.items() for title in titles if title in header
    }
    if not {"name", "type", "label"} <= set(found):
        raise Unreadable(
            _(
                "The file has no columns “Variable / Field Name”, “Field Type” and “Field Label”, "
                "so it is no REDCap dictionary."
            )
        )
    return found


def _rows(reader: type_reader, columns: Mapping[str, int]) -> Iterator[Row]:
    line = reader.line_num + 1
    for cells in reader:
        named = {
            name: clean_text(cells[at]).strip()[:_CELL]
            for name, at in columns.items()
            if at < len(cells) and cells[at].strip()
        }
        if "name" in named:
            yield Row(line, named)
        line = reader.line_num + 1
