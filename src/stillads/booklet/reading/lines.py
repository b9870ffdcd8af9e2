"""The lines of a text, each with the number a person would find it under in an editor."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

SOFT_HYPHEN = "\u00ad"
_INVISIBLE = str.maketrans("", "", "\u200b\u200c\u200d\u2060\ufeff\x00")
_PAGE_BREAK = "\f"
_LINE_PARTS = re.compile("[\f\v\x1c\x1d\x1e\u2028\u2029]")
_BACK_LINK = re.compile(r"([◀◄←]\s*Tilbage til indhold(?:sfortegnelsen)?)")


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One line, or a part of one: several parts may carry the same number.

    `starts_page`: the source itself says that a page begins here (form feed, a new PDF
    page, a heading of the word processor). `starts_paragraph`: it says that a paragraph does.
    """

    number: int
    text: str
    starts_page: bool = False
    starts_paragraph: bool = False

    @property
    def words(self) -> str:
        """The text without its edges and with single spaces."""
        return " ".join(self.text.split())

    @property
    def is_blank(self) -> bool:
        return not self.text.strip()

    @property
    def opens(self) -> bool:
        """A page seems to begin: said by the source, or by the single space that a lost page break leaves."""
        return self.starts_page or (self.text.startswith(" ") and not self.text.startswith("  "))


def visible(text: str) -> str:
    """Without what nobody sees: zero-width characters, and soft hyphens anywhere but at the end."""
    text = text.translate(_INVISIBLE)
    at_the_end = text.rstrip().endswith(SOFT_HYPHEN)
    text = text.replace(SOFT_HYPHEN, "")
    return text.rstrip() + SOFT_HYPHEN if at_the_end else text


def split_lines(text: str) -> list[SourceLine]:
    """Cut running text into lines: numbered by newline (LF, CRLF or CR), form feeds begin a page."""
    raw = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return list(_with_pages(enumerate(raw, 1)))


def _with_pages(numbered: Iterable[tuple[int, str]]) -> Iterator[SourceLine]:
    page_begins = False
    for number, raw in numbered:
        parts = _LINE_PARTS.split(raw)
        marks = [None, *_LINE_PARTS.findall(raw)]
        for mark, part in zip(marks, parts, strict=True):
            page_begins = page_begins or mark == _PAGE_BREAK
            if not part.strip() and len(parts) > 1:
                continue
            yield from line_parts(number, part, starts_page=page_begins and bool(part.strip()))
            page_begins = page_begins and not part.strip()


def line_parts(
    number: int, text: str, *, starts_page: bool = False, starts_paragraph: bool = False
) -> Iterator[SourceLine]:
    """One line as it is, or in two or three parts where a link back to the contents stands inside it."""
    parts = [part for part in _BACK_LINK.split(visible(text)) if part.strip()]
    if not parts:
        yield SourceLine(number, "")
    for index, part in enumerate(parts):
        first = index == 0
        yield SourceLine(number, part, starts_page and first, starts_paragraph and first)
