"""Writes real XLSForms and REDCap dictionaries, small enough to read in the test."""

import csv
import io
from collections.abc import Sequence

from openpyxl import Workbook

type_rows = Sequence[Sequence[object]]

REDCAP = (
    "Variable / Field Name", "Form Name", "Section Header", "Field Type", "Field Label",
    "Choices, Calculations, OR Slider Labels", "Field Note", "Text Validation Type OR Show Slider Number",
    "Text Validation Min", "Text Validation Max", "Identifier?", "Branching Logic (Show field only if...)",
    "Required Field?", "Custom Alignment", "Question Number (surveys only)", "Matrix Group Name",
    "Matrix Ranking?", "Field Annotation",
)  # fmt: skip
_SHORT = {
    "name": 0, "form": 1, "header": 2, "type": 3, "label": 4, "choices": 5, "note": 6, "validation": 7, "low": 8,
    "high": 9, "identifier": 10, "branching": 11, "required": 12, "matrix": 15, "annotation": 17,
}  # fmt: skip


def xlsform(survey: type_rows, choices: type_rows = (), settings: type_rows = ()) -> bytes:
    """An .xlsx with the sheets that have rows; the first row of each names its columns."""
    book = Workbook()
    book.remove(book.active)  # type: ignore[arg-type]  # a new workbook has one sheet
    for name, rows in (("survey", survey), ("choices", choices), ("settings", settings)):
        if rows:
            sheet = book.create_sheet(name)
            for row in rows:
                sheet.append(list(row))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def redcap(*fields: dict[str, str], encoding: str = "utf-8", delimiter: str = ",") -> bytes:
    """A data dictionary as REDCap exports it; `form` is `skema` unless it says otherwise."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerow(REDCAP)
    for field in fields:
        cells = [""] * len(REDCAP)
        for name, text in {"form": "skema", **field}.items():
            cells[_SHORT[name]] = text
        writer.writerow(cells)
    return out.getvalue().encode(encoding)
