"""Files of figures for tests, and reading them in at the ward."""

from pathlib import Path

from openpyxl import Workbook
from tests.harness.capturing import Ward

from stillads.capture.actions.series.importing import import_file, look_at
from stillads.capture.series.mapping import FileMapping
from stillads.capture.series.report import Report
from stillads.kernel.viewer import Viewer

DANISH = """Enhed;Dato;Sygetimer;CPR
Elmely;01-05-2026;7,5;x
Toftegaarden;02-05-2026;1.234,25;x
Elmely;01-05-2026;2;x
"""


def mapping_of(ward: Ward, **changes: object) -> FileMapping:
    """Unit, day and hours as `DANISH` has them."""
    units = {unit.name: unit.public_id for unit in ward.house.units.values()}
    told = {
        "day": "Dato",
        "written": "danish",
        "unit": "Enhed",
        "columns": {"hours": "Sygetimer"},
        "units": units,
    }
    return FileMapping.of({**told, **changes})


def read_in(
    ward: Ward, path: Path, mapping: FileMapping | None = None, *, dry_run: bool = False, viewer: Viewer | None = None
) -> Report:  # fmt: skip
    """Reads the file in by the trial's lead, or only looks at it."""
    do = look_at if dry_run else import_file
    return do(
        instrument=ward.deployment("sickness").public_id, path=path, name=path.name,
        mapping=mapping or mapping_of(ward), viewer=viewer or ward.lead, at=ward.at,
    )  # fmt: skip


def text_file(place: Path, text: str = DANISH, encoding: str = "utf-8", name: str = "tal.csv") -> Path:
    """A CSV file."""
    path = place / name
    path.write_bytes(text.encode(encoding))
    return path


def workbook(place: Path, rows: list[list[object]]) -> Path:
    """An Excel file with the rows."""
    book = Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(row)
    book.save(place / "tal.xlsx")
    return place / "tal.xlsx"
