"""Words that were split at the end of a line, and hyphens that only happen to stand there."""

import re
from collections.abc import Iterable
from enum import Enum

from .lines import SOFT_HYPHEN, SourceLine

_HYPHENS = "-\u2010\u2011"
_WORD = re.compile(r"[^\W\d_]+")
_COMPOUND = re.compile(r"\w+(?:[-\u2010\u2011]\w+)+|\w+")
# "sundheds- og omsorgsområdet": the hyphen stands for the rest of the second word.
_CONJUNCTIONS = frozenset({"og", "eller", "samt"})
# The few Danish words whose last syllable looks like one of them.
_ENDS_IN_CONJUNCTION = frozenset({"virk", "uvirk"})
_ALWAYS_HYPHENATED = frozenset({"ikke", "non", "ex"})


class Seam(Enum):
    """How two lines meet."""

    SPACE = "two words"
    GLUE = "one word, its hyphen belongs to it"
    DROP = "one word, its hyphen came from the line"


def words_inside(lines: Iterable[SourceLine]) -> frozenset[str]:
    """Every word, compounds included, that stands whole inside a line: evidence of how a word is written."""
    return frozenset(found.casefold() for line in lines for found in _COMPOUND.findall(line.text))


def seam(before: str, after: str, seen: frozenset[str] = frozenset()) -> Seam:
    """Decide how `before`, the end of a line, meets `after`, the beginning of the next."""
    before, after = before.rstrip(), after.strip()
    if before.endswith(SOFT_HYPHEN):
        return Seam.DROP
    stem = _stem(before)
    if stem is None or not after or not after[0].isalnum():
        return Seam.SPACE
    tail = _WORD.match(after)
    if tail is None or not after[0].islower():
        return Seam.GLUE
    if tail[0] in _CONJUNCTIONS and stem.casefold() not in _ENDS_IN_CONJUNCTION:
        return Seam.GLUE if after[tail.end() : tail.end() + 1] in set(_HYPHENS) else Seam.SPACE
    return Seam.GLUE if _keeps_its_hyphen(stem, tail[0], seen) else Seam.DROP


def _stem(before: str) -> str | None:
    """What the hyphen at the end is attached to, or None where there is no such hyphen."""
    if len(before) < 2 or before[-1] not in _HYPHENS or not before[-2].isalnum():
        return None
    return re.split(r"[^\w§]", before[:-1])[-1]


def _keeps_its_hyphen(stem: str, tail: str, seen: frozenset[str]) -> bool:
    letters = stem.strip("§")
    if len(letters) == 1 or letters.isupper() or any(letter.isdigit() for letter in letters):
        return True
    if letters.casefold() in _ALWAYS_HYPHENATED:
        return True
    with_hyphen, without = f"{letters}-{tail}".casefold(), f"{letters}{tail}".casefold()
    return with_hyphen in seen and without not in seen


def meet(before: str, after: str, seen: frozenset[str] = frozenset()) -> str:
    """The two lines as one text."""
    how = seam(before, after, seen)
    before, after = before.rstrip(), after.strip()
    if how is Seam.DROP:
        return before[:-1] + after
    return before + after if how is Seam.GLUE else f"{before} {after}".strip()
