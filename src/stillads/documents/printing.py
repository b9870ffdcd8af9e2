"""A document as the data that the typst templates read: labels in words, art drawn, every sign printable."""

from base64 import b64decode
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from stillads.kernel.dates import format_date

from . import art, labels
from .colours import shades
from .edition import Document, Section
from .elements import Photo, Recommendation
from .glyphs import coverage, printable
from .headings import CHAPTER, FRONT, body_level, element_heading

Json = dict[str, Any]
KEPT_TOGETHER = 600  # letters in a part of a recommendation that is not broken across pages


def print_data(document: Document, *, fonts: Path, large_print: bool, paper: str, scale: float = 1) -> Json:
    """All that a template needs, JSON-ready. Texts hold only signs that the fonts have."""
    covered = coverage(fonts)
    data = {
        "document": _document(document),
        "labels": _labels(),
        "shades": asdict(shades(document.colour)),
        "art": _art(document),
        "large": large_print,
        "paper": paper,
        "scale": scale,
    }
    return dict(_each_text(data, lambda text: art.coloured(printable(text, covered), document.colour)))


def _document(document: Document) -> Json:
    data = document.data()
    data["front"] = [_section(section, FRONT) for section in document.front]
    data["appendix"] = [_section(section, CHAPTER) for section in document.appendix]
    for chapter, printed in zip(document.chapters, data["chapters"], strict=True):
        printed["sections"] = [_section(section, CHAPTER) for section in chapter.sections]
    data["date_text"] = format_date(document.date) if document.date else ""
    if document.colophon and document.colophon.published:
        data["colophon"]["published_text"] = format_date(document.colophon.published)
    return data


def _section(section: Section, level: int) -> Json:
    data = section.model_dump(mode="json")
    for element, printed in zip(section.elements, data["elements"], strict=True):
        heading = element_heading(section, element, level)
        printed["heading"] = {"level": heading[0], "text": heading[1]} if heading else None
        inner = body_level(section, element, level)
        if inner is not None:
            _mark_headings(printed["body"], inner)
        if isinstance(element, Recommendation):
            for part, shown in zip(element.parts, printed["parts"], strict=True):
                shown["short"] = len(part.body.plain_text()) < KEPT_TOGETHER
        if isinstance(element, Photo):
            printed |= {"bytes": list(b64decode(element.base64)), "format": element.format, "base64": ""}
    return data


def _mark_headings(body: Json, level: int) -> None:
    for block in body["blocks"]:
        if block["type"] == "heading":
            block["level"] = level


def _labels() -> Json:
    names = {name.lower(): value for name, value in vars(labels).items() if name.isupper()}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in names.items()}


def _art(document: Document) -> Json:
    numbers = range(1, len(document.chapters) + 1)
    return {
        "cover": art.cover(document),
        "last": art.title_page(document),
        "chapters": [art.opening(document, number) for number in numbers],
        "ends": [art.ending(document, number) for number in numbers],
    }


def _each_text(data: Any, change: Callable[[str], str]) -> Any:
    if isinstance(data, str):
        return change(data)
    if isinstance(data, dict):
        return {key: _each_text(value, change) for key, value in data.items()}
    if isinstance(data, (list, tuple)):
        return [_each_text(value, change) for value in data]
    return data
