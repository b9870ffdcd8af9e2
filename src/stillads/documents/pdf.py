"""A document as a tagged PDF (PDF/UA-1): booklet, large print, board sheet, committee item."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from .edition import Document
from .elements import Comparisons, SaidDid, Table
from .pages import count_pages, headed_rows
from .printing import print_data
from .typesetting import TypesettingError, typeset

Paper = Literal["a4", "a3"]
SCALES = (1.45, 1.3, 1.15, 1.0, 0.9, 0.8, 0.7, 0.6, 0.52)


def render(
    document: Document, *, fonts: Path, large_print: bool = False, paper: Paper | None = None
) -> bytes:
    """The PDF. `fonts` is the folder with IBM Plex Sans as TTF. A board sheet is A3, all else A4, unless
    said. The same document gives the same bytes.

    Raises `typesetting.TypesettingError`, also where a board sheet does not fit on its one page.
    """
    if document.kind == "sheet":
        return _sheet(document, fonts, paper or "a3")
    data = print_data(document, fonts=fonts, large_print=large_print, paper=paper or "a4")
    pdf = typeset(f"{document.kind}.typ", data, fonts=fonts, form="pdf", day=document.date)
    return headed_rows(pdf, list(_tables(document, large_print=large_print)))


def _sheet(document: Document, fonts: Path, paper: Paper) -> bytes:
    """The board sheet in the largest type with which it stays one page."""
    if len(document.chapters) != 1:
        raise TypesettingError("a board sheet shows one trial")
    for scale in SCALES:
        fitted = scale if paper == "a3" else scale * 0.7071
        data = print_data(document, fonts=fonts, large_print=False, paper=paper, scale=fitted)
        pdf = typeset("sheet.typ", data, fonts=fonts, form="pdf", day=document.date)
        if count_pages(pdf) == 1:
            return headed_rows(pdf, list(_tables(document, large_print=False)))
    raise TypesettingError("the text of the board sheet is too long for one page")


def _tables(document: Document, *, large_print: bool) -> Iterator[bool]:
    """For each table as the templates set it, whether its rows have a header. Large print sets most as lists."""
    chapters = [section for chapter in document.chapters for section in chapter.sections]
    for section in (*document.front, *chapters, *document.appendix):
        for element in section.elements:
            if isinstance(element, SaidDid) or (isinstance(element, Comparisons) and not large_print):
                yield True
            elif isinstance(element, Table) and not (large_print and len(element.header) > 2):
                yield element.row_headers
