"""The figures of a picture as plain rows: for the table beside it, for a publication, and as CSV."""

import csv
import io
import re
from dataclasses import dataclass

from stillads.kernel.numbers import format_number

from .figures import drawable, said

type_cell = str | float | None
_FORMULA = re.compile(r"^\s*[=+\-@\t\r]")


@dataclass(frozen=True, slots=True)
class Column:
    """A column's head. `number`: its cells are figures in `unit`; otherwise texts."""

    title: str
    number: bool = False
    unit: str = ""

    @property
    def head(self) -> str:
        """The title with its unit."""
        return f"{self.title} ({self.unit})" if self.unit else self.title


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a caption; the first cell of a row is its name. A missing figure is None."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[type_cell, ...], ...] = ()

    def texts(self) -> list[list[str]]:
        """Every cell as a page shows it."""
        return [[_shown(cell) for cell in row] for row in self.rows]

    def csv(self) -> bytes:
        """The file that a Danish spreadsheet opens by itself: semicolons, decimal commas, UTF-8 with its mark.

        A missing figure is an empty cell. A text that a spreadsheet would run as a formula is quoted.
        """
        out = io.StringIO()
        writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
        writer.writerow([_harmless(column.head) for column in self.columns])
        writer.writerows([_plain(cell) for cell in row] for row in self.rows)
        return "\ufeff".encode() + out.getvalue().encode()


def _shown(cell: type_cell) -> str:
    return cell if isinstance(cell, str) else said(cell)


def _plain(cell: type_cell) -> str:
    if isinstance(cell, str):
        return _harmless(cell)
    known = drawable(cell)
    if known is None:
        return ""
    return format_number(known).replace(".", "").replace("−", "-")


def _harmless(text: str) -> str:
    return f"'{text}" if _FORMULA.match(text) else text
