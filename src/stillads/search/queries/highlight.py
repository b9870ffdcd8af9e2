"""Showing where a text holds the words, although they are compared folded."""

from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize

from stillads.kernel.danish import fold

_AROUND = 70


class Piece(NamedTuple):
    """A stretch of text, and whether it is (part of) what was looked for."""

    text: str
    found: bool


def highlight(text: str, words: list[str]) -> list[Piece]:
    """`text` cut where the folded `words` begin and end; joined together it is `text` again."""
    text = normalize("NFC", text)
    marked = _marked(text, words)
    pieces: list[Piece] = []
    for letter, found in zip(text, marked, strict=True):
        if pieces and pieces[-1].found == found:
            pieces[-1] = Piece(pieces[-1].text + letter, found)
        else:
            pieces.append(Piece(letter, found))
    return pieces


def extract(text: str, words: list[str]) -> list[Piece]:
    """The neighbourhood of the first match, cut at whole words, with … where text is left out.

    What stands on different lines of `text` was written in different places: the line that holds most of
    the words is shown alone.
    """
    lines = [" ".join(line.split()) for line in normalize("NFC", text).splitlines()]
    text = max(lines, key=lambda line: sum(word in fold(line) for word in words), default="")
    marked = _marked(text, words)
    if True not in marked:
        return []
    first = marked.index(True)
    start = text.rfind(" ", 0, max(0, first - _AROUND)) + 1 if first > _AROUND else 0
    end = text.find(" ", min(len(text), first + 2 * _AROUND))
    end = len(text) if end < 0 else end
    pieces = highlight(text[start:end], words)
    lead = [Piece("… ", False)] if start else []
    tail = [Piece(" …", False)] if end < len(text) else []
    return lead + pieces + tail


def _marked(text: str, words: list[str]) -> list[bool]:
    """For every letter of `text`: does it belong to a match? One letter may fold to two (ø → oe)."""
    folded, origin = "", []
    for at, letter in enumerate(text):
        plain = _folded(letter)
        folded += plain
        origin += [at] * len(plain)
    marked = [False] * len(text)
    for word in words:
        start = folded.find(word)
        while start >= 0:
            for place in origin[start : start + len(word)]:
                marked[place] = True
            start = folded.find(word, start + 1)
    return marked


@lru_cache(maxsize=1024)
def _folded(letter: str) -> str:
    return fold(letter) or " "
