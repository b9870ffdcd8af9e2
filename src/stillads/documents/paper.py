"""Sheets with questions to fill in by hand, and posters with a code to scan: data → PDF/UA-1 on A4."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from .glyphs import coverage, printable
from .typesetting import typeset


@dataclass(frozen=True, slots=True)
class PaperQuestion:
    """One question on paper: boxes with numbers, or lines to write on.

    options  (number, words), as they are typed in afterwards
    lines    how many lines there are to write on; `unit` stands at the end of one
    heading  what stands above the question, where a new part begins
    """

    text: str
    help: str = ""
    options: tuple[tuple[str, str], ...] = ()
    lines: int = 0
    unit: str = ""
    heading: str = ""


def sheets(data: dict[str, Any], *, fonts: Path, day: date) -> bytes:
    """Printed questionnaires, one after the other. `data` as `typst/questions.typ` reads it."""
    return typeset("questions.typ", _printable(data, coverage(fonts)), fonts=fonts, form="pdf", day=day)


def poster(data: dict[str, Any], *, fonts: Path, day: date) -> bytes:
    """One poster. `data` as `typst/poster.typ` reads it; `qr` is an SVG."""
    return typeset("poster.typ", _printable(data, coverage(fonts)), fonts=fonts, form="pdf", day=day)


def _printable(data: Any, covered: frozenset[int]) -> Any:
    if isinstance(data, str):
        return printable(data, covered)
    if isinstance(data, dict):
        return {key: _printable(value, covered) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [_printable(value, covered) for value in data]
    return data
