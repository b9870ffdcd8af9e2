"""A text from elsewhere sorted into a plan's fields by its headings. What has no place is given back."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from stillads.documents.characters import clean_text
from stillads.kernel.danish import fold
from stillads.playbooks.kinds.plan import Plan as PlanKind

_BULLET: Final = re.compile(r"^[\s•*#\-–—]+")
_AFTER: Final = re.compile(
    r"^\s*(?:\([^)]*\)|kl\.?\s*[\d.:–-]+|[\d.:]+\s*[–-]\s*[\d.:]+)?\s*([:.–-]|$)", re.IGNORECASE
)
_TITLE_LETTERS: Final = 60


@dataclass(frozen=True, slots=True)
class Sorted:
    """`fields`: key → text, only those that got any. `left` is what stands under no heading we know."""

    fields: Mapping[str, str]
    left: str


def sort_pasted(kind: PlanKind, text: str) -> Sorted:
    """Sorts by headings: a line that begins with a field's title or one of its `words_that_belong`.

    A heading stands alone on its line, or before a colon with the text after it. An unknown heading (a line of
    its own that ends in a colon) ends the field before it, so that its text does not slip into a wrong place.
    """
    headings = _headings(kind)
    found: dict[str, list[str]] = {}
    left: list[str] = []
    into = left
    for line in clean_text(text).split("\n"):
        key, rest = _heading(line, headings)
        if key is not None:
            into = found.setdefault(key, [])
            line = rest
        elif _is_unknown_heading(line):
            into = left
        if line.strip() or into:
            into.append(line.rstrip())
    texts = {key: _whole(lines) for key, lines in found.items()}
    return Sorted({key: told for key, told in texts.items() if told}, _whole(left))


def _headings(kind: PlanKind) -> list[tuple[str, str]]:
    """(folded heading, field's key), the longest first."""
    pairs = [
        (fold(word), field.key) for field in kind.fields for word in (field.title, *field.words_that_belong)
    ]
    return sorted(pairs, key=lambda pair: -len(pair[0]))


def _heading(line: str, headings: list[tuple[str, str]]) -> tuple[str | None, str]:
    bare = _BULLET.sub("", line)
    for words, key in headings:
        size = _length_of(bare, words)
        if size is None:
            continue
        end = _AFTER.match(bare[size:])
        if end is not None and (end.group(1) == ":" or not bare[size + end.end() :].strip()):
            return key, bare[size + end.end() :].strip()
    return None, line


def _length_of(line: str, words: str) -> int | None:
    """How many letters of `line` say `words`; folding can change the length (`å` is `aa`)."""
    for size in range(1, min(len(line), len(words) + 4) + 1):
        if fold(line[:size]) == words and not line[size : size + 1].isalnum():
            return size
    return None


def _is_unknown_heading(line: str) -> bool:
    bare = _BULLET.sub("", line).strip()
    return bare.endswith(":") and len(bare) <= _TITLE_LETTERS


def _whole(lines: list[str]) -> str:
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
