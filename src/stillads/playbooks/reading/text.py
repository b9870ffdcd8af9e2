"""From bytes to text: size, encoding, and characters that no playbook needs."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from ..checks.base import Fault
from .limits import MOST_BYTES

Place = tuple[int, int]
"""Line and column, both from 1."""

_UNPRINTABLE: Final = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MOST_TABS: Final = 20


class Refused(Exception):
    """Nothing can be read of it. `fault` says why, `place` where."""

    def __init__(self, fault: Fault, place: Place | None = None) -> None:
        super().__init__(fault.code)
        self.fault = fault
        self.place = place


def text_of(source: Path | str | bytes) -> str:
    """The text of a file, of bytes, or the text itself. Raises Refused."""
    content = _bytes(source) if isinstance(source, Path) else source
    if len(content) > MOST_BYTES or (isinstance(content, str) and len(content.encode()) > MOST_BYTES):
        raise Refused(Fault((), "too_large", {"most": MOST_BYTES // 1024}))
    text = _decoded(content) if isinstance(content, bytes) else content
    if odd := _UNPRINTABLE.search(text):
        raise Refused(Fault((), "unprintable", {"code": f"U+{ord(odd[0]):04X}"}), place_at(text, odd.start()))
    return text


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError:
        raise Refused(Fault((), "unreadable_file")) from None


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        column = error.start - (content.rfind(b"\n", 0, error.start) + 1) + 1
        raise Refused(Fault((), "not_utf8"), (line, column)) from None


def tabs_in(text: str) -> Iterator[Place]:
    """Where the first tab of a line is, for the first lines that have one."""
    lines = (number for number, line in enumerate(text.split("\n"), start=1) if "\t" in line)
    for number, _few in zip(lines, range(_MOST_TABS), strict=False):
        yield number, text.split("\n")[number - 1].index("\t") + 1


def place_at(text: str, offset: int) -> Place:
    """Line and column of a character."""
    return text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1
