"""Writes SVG: rounded numbers, escaped text, attributes instead of styles (so that typst reads it)."""

import re
from dataclasses import dataclass
from functools import lru_cache
from html import escape

INK = "#1a1a1a"
QUIET = "#5b5b5b"
LINE = "#8e8e8e"
PAPER = "#ffffff"
OWN = "#454545"
FONT = "IBM Plex Sans, sans-serif"
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # no signs of XML
_WIDTH = 0.54  # mean advance of IBM Plex Sans per font size, on the generous side


@dataclass(frozen=True, slots=True)
class Box:
    """The drawing area in user units."""

    width: float
    height: float


def number(value: float) -> str:
    """At most one decimal and never `-0`, so that the same data gives the same bytes."""
    text = f"{value:.1f}"
    if text.endswith(".0"):
        text = text[:-2]
    return "0" if text == "-0" else text


def element(name: str, content: str = "", /, **attributes: str | float | None) -> str:
    """One element; `content` is markup already. Underscores become hyphens, None is left out."""
    written = "".join(
        f' {_name(key)}="{_value(value)}"' for key, value in attributes.items() if value is not None
    )
    return f"<{name}{written}>{content}</{name}>" if content else f"<{name}{written}/>"


def text(
    said: str, x: float, y: float, *, size: float, anchor: str = "start", **attributes: str | None
) -> str:
    """Text with its baseline at `y`."""
    fill = attributes.pop("fill", INK)
    return element(
        "text",
        plain(said),
        x=x,
        y=y,
        font_size=size,
        text_anchor=None if anchor == "start" else anchor,
        fill=fill,
        **attributes,
    )


def plain(said: str) -> str:
    """The text as content of an element."""
    return escape(writable(said), quote=False)


def text_width(said: str, size: float) -> float:
    """About how wide the text will be."""
    return len(said) * size * _WIDTH


def picture(box: Box, body: str, *, title: str, description: str = "", kind: str, standalone: bool) -> str:
    """The svg element around `body`, with its name for those who do not see it.

    `standalone`: for a file or a printed page, with a size of its own.
    """
    named = element("title", plain(title))
    named += element("desc", plain(description)) if description else ""
    return element(
        "svg",
        named + body,
        xmlns="http://www.w3.org/2000/svg",
        class_=kind,
        viewBox=f"0 0 {number(box.width)} {number(box.height)}",
        width=box.width if standalone else None,
        height=box.height if standalone else None,
        role="img",
        font_family=FONT,
    )


def writable(said: str) -> str:
    """The text without signs that XML has not; a page may have got them by pasting."""
    return _UNWRITABLE.sub("", said)


def _value(value: str | float) -> str:
    return _escaped(value) if isinstance(value, str) else number(value)


@lru_cache(maxsize=1024)
def _escaped(value: str) -> str:
    return escape(value)


@lru_cache(maxsize=256)
def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")
