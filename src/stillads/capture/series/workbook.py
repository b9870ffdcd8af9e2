"""The first sheet of an Excel file, its rows streamed. Whoever made the file may mean harm."""

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from django.utils.translation import gettext as _
from openpyxl import DEFUSEDXML, load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from .days import as_text
from .report import UnreadableFileError

type_rows = Iterator[tuple[int, list[str]]]

_UNPACKED: Final = 1_500_000_000
_COLUMNS: Final = 200
_BROKEN: Final = (
    zipfile.BadZipFile, zlib.error, InvalidFileException, DefusedXmlException, ParseError, KeyError, ValueError,
    TypeError, OSError, EOFError,
)  # fmt: skip


@contextmanager
def sheet(path: Path) -> Iterator[tuple[str, type_rows]]:
    """The name and the rows of the first sheet. Raises UnreadableFileError, also while rows are taken from it."""
    if not DEFUSEDXML:
        raise RuntimeError("defusedxml is not installed: no Excel file of others is opened without it")
    broken = UnreadableFileError(_("The file is not an Excel file (.xlsx) that can be read."))
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _UNPACKED:
                raise UnreadableFileError(
                    _("The Excel file is too large when it is unpacked. Save it as CSV.")
                )
        book = load_workbook(path, read_only=True, data_only=True, keep_links=False)
    except _BROKEN as error:
        raise broken from error
    try:
        rows = _rows(book.worksheets[0].iter_rows(values_only=True, max_col=_COLUMNS), broken)
        yield book.sheetnames[0], rows
    finally:
        book.close()


def _rows(rows: Iterator[tuple[object, ...]], broken: UnreadableFileError) -> type_rows:
    try:
        for line, values in enumerate(rows, start=1):
            if any(value is not None and value != "" for value in values):
                cells = [as_text(value) for value in values]
                while not cells[-1]:
                    cells.pop()
                yield line, cells
    except _BROKEN as error:
        raise broken from error
