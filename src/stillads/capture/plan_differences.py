"""What is another way between two versions of a text: word by word, put together so that it can be read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final, Literal

_PIECES: Final = re.compile(r"\s+|[^\s]+")
_FEW: Final = 3  # so few equal pieces between two changes are read as part of the change

Kind = Literal["same", "added", "removed"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text and what became of it."""

    kind: Kind
    text: str


def differences(old: str, new: str) -> list[Piece]:
    """The pieces in reading order: what was removed stands before what was added in its place.

    The pieces that are not `added` put together are `old`, those that are not `removed` are `new`.
    """
    if old == new:
        return [Piece("same", new)] if new else []
    before, after = _PIECES.findall(old), _PIECES.findall(new)
    made: list[Piece] = []
    for kind, text in _told(before, after):
        if text:
            made.append(Piece(kind, text))
    return made


def _told(before: list[str], after: list[str]) -> Iterator[tuple[Kind, str]]:
    for same, (i1, i2), (j1, j2) in _stretches(before, after):
        if same:
            yield "same", "".join(after[j1:j2])
        else:
            yield "removed", "".join(before[i1:i2])
            yield "added", "".join(after[j1:j2])


def _stretches(before: list[str], after: list[str]) -> list[tuple[bool, tuple[int, int], tuple[int, int]]]:
    """Equal and changed stretches in turn, a short equal one between two changes joined to them."""
    codes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    found: list[tuple[bool, tuple[int, int], tuple[int, int]]] = []
    for number, (tag, i1, i2, j1, j2) in enumerate(codes):
        inside = 0 < number < len(codes) - 1
        same = tag == "equal" and not (inside and i2 - i1 <= _FEW)
        if found and not same and not found[-1][0]:
            found[-1] = (False, (found[-1][1][0], i2), (found[-1][2][0], j2))
        else:
            found.append((same, (i1, i2), (j1, j2)))
    return found
