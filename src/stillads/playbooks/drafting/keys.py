"""Keys out of Danish words: made once, unique, kept when the words are mended."""

import re
from collections.abc import Collection, Iterable, Mapping
from difflib import SequenceMatcher
from typing import Any, Final

_LETTERS: Final = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "é": "e", "ü": "u", "ö": "oe", "ä": "ae"})
_ALIKE: Final = 0.6  # so much of the words must be the same for a line to count as mended and not as new
RESERVED: Final = frozenset({
    "event", "form", "hour", "weekday", "who_answered", "start", "cancel", "outcome", "step", "handovers",
    "spoken", "started_on", "ended_on", "balance", "version", "state", "day", "amount", "use", "on", "item",
    "why", "function", "came", "minutes", "point", "planned_minutes", "points", "fields_filled", "read",
})  # fmt: skip
"""Names that kinds of instruments use themselves."""


def key_for(words: str, taken: Collection[str]) -> str:
    """`Hvem ringede?` → `hvem_ringede`; with a number where that is taken or a kind's own."""
    return _free(_plain(words, "_")[:40].strip("_") or "noget", {*taken, *RESERVED}, "_")


def slug_for(words: str, taken: Collection[str]) -> str:
    """The key of a playbook: `Færre opkald` → `faerre-opkald`."""
    stem = _plain(words, "-")[:50].strip("-")
    return _free(stem if len(stem) > 1 else "drejebog", taken, "-")


def relined(old: Iterable[Any], lines: Iterable[str], name: str) -> list[dict[str, Any]]:
    """Parts with a key, one for each line. A line that is as before, or nearly, keeps its part and its key."""
    rest = [dict(row) for row in old if isinstance(row, Mapping)]
    wanted = list(lines)
    kept: dict[int, dict[str, Any]] = {}
    for least in (1.0, _ALIKE):
        for number, line in enumerate(wanted):
            found = None if number in kept else _nearest(rest, line, name, least)
            if found is not None:
                rest.remove(found)
                kept[number] = {**found, name: line}
    made: list[dict[str, Any]] = []
    taken = {str(row.get("key")) for row in kept.values()}
    for number, line in enumerate(wanted):
        row = kept.get(number) or {"key": key_for(line, taken), name: line}
        taken.add(str(row["key"]))
        made.append(row)
    return made


def _nearest(rows: list[dict[str, Any]], line: str, name: str, least: float) -> dict[str, Any] | None:
    scored = [
        (SequenceMatcher(None, str(row.get(name, "")), line).ratio(), at) for at, row in enumerate(rows)
    ]
    best = max(scored, default=(0.0, 0))
    return rows[best[1]] if rows and best[0] >= least else None


def _plain(words: str, between: str) -> str:
    found = re.sub(r"[^a-z0-9]+", between, words.lower().translate(_LETTERS)).strip(between)
    return found if not found or found[0].isalpha() else f"n{between}{found}"


def _free(stem: str, taken: Collection[str], between: str) -> str:
    number, found = 2, stem
    while found in taken:
        found, number = f"{stem}{between}{number}", number + 1
    return found
