"""A citizen's plan on exactly one A4 page, in the largest type with which it stays one; or the word that it cannot."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Final

from .colours import shades
from .glyphs import coverage, printable
from .pages import count_pages
from .typesetting import TypesettingError, typeset

SIZES: Final = (13.0, 12.0, 11.0, 10.0, 9.0)
"""In points. Below 9 it cannot be read at arm's length, and so it is not printed."""


class TooLongError(Exception):
    """The text fills more than one page in the smallest type; `pages` of it."""

    def __init__(self, pages: int) -> None:
        super().__init__(f"{pages} pages")
        self.pages = pages


@dataclass(frozen=True, slots=True)
class Part:
    """One place on the sheet: `first` stands in a frame above the day, `time` in the margin."""

    title: str
    text: str
    time: str = ""
    first: bool = False


@dataclass(frozen=True, slots=True)
class HandOver:
    """What the sheet says. `foot` is its last line; `links` are (words, address); `notice` marks invented data."""

    title: str
    who: str
    said: str
    foot: str
    parts: Sequence[Part]
    links: Sequence[tuple[str, str]]
    links_title: str
    municipality: str
    colour: str
    day: date
    notice: str = ""


@dataclass(frozen=True, slots=True)
class Fitted:
    """The PDF of one page, and its type in points."""

    pdf: bytes
    size: float


def fit(sheet: HandOver, *, fonts: Path) -> Fitted:
    """The sheet as a tagged PDF. Raises TooLongError, and TypesettingError where typst cannot set it."""
    covered = coverage(fonts)
    data = {
        "title": sheet.title,
        "who": sheet.who,
        "said": sheet.said,
        "foot": sheet.foot,
        "notice": sheet.notice,
        "municipality": sheet.municipality,
        "links_title": sheet.links_title,
        "links": [{"text": printable(text, covered), "address": address} for text, address in sheet.links],
        "parts": [
            {**asdict(part), "title": printable(part.title, covered), "text": printable(part.text, covered)}
            for part in sheet.parts
        ],
        "shades": asdict(shades(sheet.colour)),
    }
    pages = 0
    for size in SIZES:
        pdf = typeset("hand_over.typ", {**data, "size": size}, fonts=fonts, form="pdf", day=sheet.day)
        pages = count_pages(pdf)
        if pages == 1:
            return Fitted(pdf, size)
    if pages < 1:
        raise TypesettingError("the sheet has no page")
    raise TooLongError(pages)
