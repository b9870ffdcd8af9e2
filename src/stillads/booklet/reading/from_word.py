"""The text of a DOCX: its paragraphs and the cells of its tables, in their order."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

import docx
from docx.opc.exceptions import OpcError
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml.etree import LxmlError

from stillads.kernel.language import gettext as _

from .lines import SourceLine, line_parts
from .refusals import Unreadable

_LARGEST_UNPACKED = 200_000_000
_FEW_EMPTY = 0.05


def word_lines(data: bytes) -> list[SourceLine]:
    """The lines of a DOCX, numbered by paragraph and line break. Raises Unreadable for other files."""
    try:
        paragraphs = _paragraphs(data)
    except (OpcError, zipfile.BadZipFile, LxmlError, KeyError, ValueError, AttributeError) as error:
        raise Unreadable(_("The file is not a Word document (.docx) that can be read.")) from error
    return list(_lines(paragraphs))


def _paragraphs(data: bytes) -> list[tuple[str, bool]]:
    """Each paragraph's text, and whether its style or a page break says that a page begins."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > _LARGEST_UNPACKED:
            raise Unreadable(_("The Word document unpacks to more than 200 MB. Save it without pictures."))
    document = docx.Document(io.BytesIO(data))
    return [(one.text, _begins_page(one)) for one in _inside(document)]


def _inside(container: Any) -> Iterator[Paragraph]:
    for item in container.iter_inner_content():
        if isinstance(item, Table):
            # A cell that spans several columns or rows is met once per column and row.
            cells = {id(cell._tc): cell for row in item.rows for cell in row.cells}
            for cell in cells.values():
                yield from _inside(cell)
        else:
            yield item


def _begins_page(paragraph: Paragraph) -> bool:
    style = paragraph.style.name if paragraph.style else ""
    return style in ("Title", "Heading 1") or bool(paragraph.paragraph_format.page_break_before)


def _lines(paragraphs: list[tuple[str, bool]]) -> Iterator[SourceLine]:
    """Where nearly no paragraph is empty, each is a paragraph of its own; else they are lines of text."""
    empty = sum(not text.strip() for text, _page in paragraphs)
    real = empty <= _FEW_EMPTY * len(paragraphs)
    number = 0
    page_begins = False
    for text, begins in paragraphs:
        page_begins = page_begins or begins
        for position, part in enumerate(text.replace("\r", "\n").split("\n")):
            number += 1
            page_begins = page_begins or "\f" in part
            words = part.replace("\f", " ").replace("\v", " ")
            first = position == 0 and bool(words.strip())
            yield from line_parts(
                number,
                words,
                starts_page=page_begins and bool(words.strip()),
                starts_paragraph=real and first,
            )
            page_begins = page_begins and not words.strip()
