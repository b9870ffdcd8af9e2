"""An Excel file as sheets of texts. Whoever made it may mean harm: size, XML and formulas are looked at first."""

import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from itertools import islice
from typing import Any, Final
from warnings import catch_warnings, simplefilter
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from django.utils.translation import gettext as _
from lxml.etree import LxmlError
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from stillads.documents.characters import clean_text

from ..refusals import Unreadable

_UNPACKED: Final = 60_000_000
_PARTS: Final = 2000
_ROWS: Final = 10_000
_COLUMNS: Final = 120
_CELL: Final = 20_000
_BROKEN: Final = (
    zipfile.BadZipFile, InvalidFileException, DefusedXmlException, ParseError, LxmlError, zlib.error,
    KeyError, ValueError, TypeError, AttributeError, IndexError, EOFError, OSError, NotImplementedError,
)  # fmt: skip

type_row = tuple[int, list[str]]
"""A row's number in the sheet, and its cells."""


class Workbook:
    """The sheets by name in lower case; `remarks` are what was not read of the file, in sentences."""

    def __init__(self, sheets: Mapping[str, list[type_row]], remarks: list[str]) -> None:
        self.sheets = sheets
        self.remarks = remarks


def read_workbook(data: bytes, wanted: frozenset[str]) -> Workbook:
    """The wanted sheets. Raises Unreadable for what is no .xlsx, is too large, or is not safe to open."""
    remarks = list(_looked_at(data))
    try:
        return Workbook(_sheets(data, wanted, remarks), remarks)
    except _BROKEN as error:
        raise Unreadable(_("The file is not an Excel file (.xlsx) that can be read.")) from error


def _sheets(data: bytes, wanted: frozenset[str], remarks: list[str]) -> dict[str, list[type_row]]:
    with catch_warnings():
        simplefilter(
            "ignore", UserWarning
        )  # what openpyxl does not know of Excel is nothing that is read here
        shown = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        written = load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
        sheets: dict[str, list[type_row]] = {}
        for title in shown.sheetnames:
            name = title.strip().lower()
            if name in wanted and name not in sheets:
                sheets[name] = list(_rows(shown[title], written[title], title, remarks))
    return sheets


def _looked_at(data: bytes) -> Iterator[str]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if len(entries) > _PARTS or sum(entry.file_size for entry in entries) > _UNPACKED:
                raise Unreadable(_("The Excel file unpacks to more than 60 MB. Save it without pictures."))
            if any(entry.flag_bits & 1 for entry in entries):
                raise Unreadable(_("The Excel file has a password. Save it without one."))
            names = [entry.filename.lower() for entry in entries]
            for entry in entries:
                if entry.filename.lower().endswith((".xml", ".rels")):
                    _check_xml(archive, entry)
    except _BROKEN as error:
        raise Unreadable(_("The file is not an Excel file (.xlsx) that can be read.")) from error
    if any(name.startswith("xl/externallinks/") for name in names):
        yield _("The file links to other files. They were not opened.")
    if any(name.endswith("vbaproject.bin") for name in names):
        yield _("The file holds macros. They were not run.")


def _check_xml(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
    """No part of an Excel file declares entities; one that does was made to harm."""
    with archive.open(entry) as part:
        start = part.read(4096)
    if b"<!DOCTYPE" in start or b"<!ENTITY" in start:
        raise Unreadable(_("The Excel file declares XML entities. It is not opened."))


def _rows(shown: Any, written: Any, title: str, remarks: list[str]) -> Iterator[type_row]:
    pairs = zip(
        shown.iter_rows(max_col=_COLUMNS, values_only=True), written.iter_rows(max_col=_COLUMNS), strict=False
    )
    formulas: list[str] = []
    for number, (values, cells) in enumerate(islice(pairs, _ROWS + 1), start=1):
        if number > _ROWS:
            said = {"sheet": title, "n": _ROWS}
            remarks.append(_("The sheet “%(sheet)s” has more than %(n)d rows. The rest was not read.") % said)
            break
        if any(value is not None for value in values):
            yield number, [_text(value) for value in values]
        formulas += [cell.coordinate for cell in cells if cell.data_type == "f"]
    if formulas:
        said = {"sheet": title, "n": len(formulas), "cell": formulas[0]}
        remarks.append(
            _(
                "The sheet “%(sheet)s” holds %(n)d formulas, the first in %(cell)s. None was computed; what the "
                "cells last showed was read."
            )
            % said
        )


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    return clean_text(str(value)).strip()[:_CELL]
