"""Rows by the names of their columns, in the spelling that XLSForm uses today."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from .workbook import type_row

_ALIASES: Final = {
    "caption": "label",
    "list name": "list_name",
    "list": "list_name",
    "value": "name",
    "relevance": "relevant",
    "skip": "relevant",
    "appearence": "appearance",
    "read_only": "readonly",
    "read only": "readonly",
    "repeat count": "repeat_count",
    "command": "type",
    "image": "media::image",
    "title": "form_title",
    "set form title": "form_title",
}
_LANGUAGE = re.compile(
    r"^(label|hint|guidance_hint|constraint_message|required_message|image|audio|video|media::\w+)\s*:{1,2}\s*(.+)$"
)


@dataclass(frozen=True, slots=True)
class Header:
    """A column: its name, and the language it is in ("" where none is said)."""

    name: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a sheet: its number and its filled cells."""

    number: int
    cells: Mapping[Header, str]

    def get(self, name: str) -> str:
        """The cell of a column without language."""
        return self.cells.get(Header(name), "")

    def columns(self) -> frozenset[str]:
        """The names of the columns that say something in this row."""
        return frozenset(header.name for header in self.cells)


def rows_of(rows: list[type_row]) -> list[Row]:
    """The rows under the first one, which names the columns. Rows without anything are left out."""
    if not rows:
        return []
    headers = [header_of(text) for text in rows[0][1]]
    return [row for row in _named(headers, rows[1:]) if row.cells]


def header_of(text: str) -> Header:
    """`Label::Dansk (da)` → label in `Dansk (da)`."""
    lowered = " ".join(text.split())
    found = _LANGUAGE.match(lowered.lower())
    if found:
        language = lowered[found.start(2) :].strip()
        return Header(
            "media" if found[1].startswith(("media", "image", "audio", "video")) else found[1], language
        )
    name = _ALIASES.get(lowered.lower(), lowered.lower())
    return Header("media" if name.startswith("media") else name)


def _named(headers: list[Header], rows: list[type_row]) -> Iterator[Row]:
    for number, cells in rows:
        named: dict[Header, str] = {}
        for header, text in zip(headers, cells, strict=False):
            if header.name and text:
                named.setdefault(header, text)
        yield Row(number, named)
