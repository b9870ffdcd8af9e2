"""From the lines of one part to its text: words joined again, paragraphs and lists told apart."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from .hyphens import Seam, meet, seam
from .lines import SourceLine

_BULLET = re.compile(r"^\s*(?:-\t|[•·▪◦●]\s*|\*\s)\s*")
_DASH_BULLET = re.compile(r"^\s*[-–]\s+")
_ORDERED = re.compile(r"^\s*(\d{1,2}[.)])\t\s*")
_PART = re.compile(r"Ad \d+\b")
_ENDS = (".", "!", "?", ":", ";", "…", "”", "“", ")")
_ROOM = 0.85


@dataclass(slots=True)
class _Paragraph:
    marker: str
    text: str
    end: str


def part_text(lines: Sequence[SourceLine], seen: frozenset[str]) -> str:
    """The text of one part: paragraphs parted by an empty line, list items on lines of their own ('- ')."""
    paragraphs: list[_Paragraph] = []
    column = max((len(line.words) for line in lines), default=0)
    for block in _blocks(lines):
        width = max(len(line.words) for line in block)
        for index, line in enumerate(block):
            # A small heading is the first line of its block and may stand over a short one.
            _add(paragraphs, line, seen, parted=index == 0, width=column if index == 1 else width)
    return _written(paragraphs)


def _blocks(lines: Sequence[SourceLine]) -> list[list[SourceLine]]:
    """The lines between empty lines."""
    return [list(block) for blank, block in groupby(lines, key=lambda line: line.is_blank) if not blank]


def one_line(lines: Sequence[SourceLine], seen: frozenset[str]) -> str:
    """The text of a title or of the places: one line, whatever it looked like."""
    text = ""
    for line in lines:
        if not line.is_blank:
            text = meet(text, line.words, seen) if text else line.words
    return text.removesuffix("\u00ad")


def _add(
    paragraphs: list[_Paragraph], line: SourceLine, seen: frozenset[str], *, parted: bool, width: int
) -> None:
    last = paragraphs[-1] if paragraphs else None
    may_begin = parted or last is None or bool(last.marker) or last.end.endswith(_ENDS)
    marker, rest = _marker(line, after_break=may_begin)
    if last is None or marker or _begins_anew(last, line, seen, parted=parted, width=width):
        paragraphs.append(_Paragraph(marker, rest, rest))
        return
    last.text, last.end = meet(last.text, rest, seen), rest


def _marker(line: SourceLine, *, after_break: bool) -> tuple[str, str]:
    ordered = _ORDERED.match(line.text)
    if ordered:
        return f"{ordered[1]} ", " ".join(line.text[ordered.end() :].split())
    bullet = _BULLET.match(line.text) or (_DASH_BULLET.match(line.text) if after_break else None)
    if bullet:
        sign = bullet[0].strip() or "-"
        return f"{sign} ", " ".join(line.text[bullet.end() :].split())
    return "", line.words


def _begins_anew(
    last: _Paragraph, line: SourceLine, seen: frozenset[str], *, parted: bool, width: int
) -> bool:
    """Whether the line begins a paragraph: an empty line, room left above, or its words say so."""
    if seam(last.end, line.words, seen) is not Seam.SPACE:
        return False
    if line.words[0].islower():
        return (parted and last.end.endswith(_ENDS)) or line.starts_paragraph
    if parted or line.starts_paragraph or line.text.startswith("\t") or _PART.match(line.words):
        return True
    if line.words[0].isdigit():
        return False
    is_part_heading = last.text == last.end and _PART.match(last.text) is not None
    return is_part_heading or len(last.end) + 1 + len(line.words.split()[0]) < _ROOM * width


def _written(paragraphs: Sequence[_Paragraph]) -> str:
    text = ""
    for index, paragraph in enumerate(paragraphs):
        if index:
            in_list = bool(paragraph.marker) and bool(paragraphs[index - 1].marker)
            text += "\n" if in_list else "\n\n"
        text += paragraph.marker + paragraph.text.removesuffix("\u00ad")
    return text
