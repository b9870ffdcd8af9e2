"""Breaks a text into lines that fit, and cuts one that does not."""

from collections.abc import Iterator

from .svg import text_width


def lines(text: str, room: float, size: float) -> Iterator[str]:
    """The text in lines of at most `room`; a word that is wider stands alone."""
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and text_width(longer, size) > room:
            yield line
            line = word
        else:
            line = longer
    if line:
        yield line


def cut(text: str, room: float, size: float) -> str:
    """The text, shortened with an ellipsis where it is wider than `room`."""
    text = " ".join(text.split())
    if text_width(text, size) <= room:
        return text
    signs = max(1, int(room / text_width("x", size)) - 1)
    return f"{text[:signs].rstrip()}…"


def few_lines(text: str, room: float, size: float, most: int) -> list[str]:
    """At most `most` lines, each fitting; what is left out is an ellipsis."""
    broken = list(lines(text, room, size))
    kept = broken[:most]
    if len(broken) > most:
        kept[-1] = f"{kept[-1]} {broken[most]}"
    return [cut(line, room, size) for line in kept]
