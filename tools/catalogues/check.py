"""What can be wrong with a catalogue, each as one line that names file and message."""

import re
from collections.abc import Iterator
from pathlib import Path

from tools.catalogues.extract import Found
from tools.catalogues.files import Texts, entries, read, written
from tools.catalogues.places import catalogue_of
from tools.catalogues.update import messages_of

_PLACEHOLDER = re.compile(r"%\((\w+)\)[a-z]|\{(\w*)\}|(?<!%)%[sd]")


def problems(places: list[Path]) -> list[str]:
    """Everything that is missing, fuzzy, obsolete, out of date or wrong in the catalogues of `places`."""
    found = [line for place in places for line in _in_place(place)]
    return found + list(_disagreements(places))


def _in_place(place: Path) -> Iterator[str]:
    path = catalogue_of(place)
    catalogue = read(path)
    asked, given = messages_of(place), entries(catalogue)
    yield from (
        f"{path}: out of date, not in the sources any more: {_show(key)}"
        for key in sorted(given.keys() - asked)
    )
    yield from (f"{path}: not in the catalogue: {_show(key)}" for key in sorted(asked - given.keys()))
    yield from (f"{path}: fuzzy: {message.id!r}" for message in catalogue if message.fuzzy and message.id)
    yield from (f"{path}: obsolete entry: {message.id!r}" for message in catalogue.obsolete.values())
    for key in sorted(given):
        yield from (f"{path}: {wrong}: {_show(key)}" for wrong in _wrong(key, given[key]))
    if given and given.keys() == asked and path.read_text("utf-8") != written(given):
        yield f"{path}: not in the written form; run tools/messages.py {place}"


def _wrong(key: Found, texts: Texts) -> Iterator[str]:
    if not all(text.strip() for text in texts):
        yield "no Danish"
        return
    wanted = _placeholders(key.msgid) | _placeholders(key.plural)
    for form, text in enumerate(texts):
        has = _placeholders(text)
        may_leave_out = bool(key.plural) and form == 0  # "one idea" may do without the number
        if has - wanted or (wanted - has and not may_leave_out):
            yield f"placeholders {sorted(has)} instead of {sorted(wanted)}"
        if text.startswith("\n") != key.msgid.startswith("\n") or text.endswith("\n") != key.msgid.endswith(
            "\n"
        ):
            yield "begins or ends with a line break where the English does not, or the other way round"


def _disagreements(places: list[Path]) -> Iterator[str]:
    """Django lays all catalogues on top of each other: one message may have one Danish only."""
    seen: dict[tuple[str, str], tuple[Path, Texts]] = {}
    for place in places:
        path = catalogue_of(place)
        for key, texts in sorted(entries(read(path)).items()):
            first, theirs = seen.setdefault((key.context, key.msgid), (path, texts))
            if theirs != texts and all(texts) and all(theirs):
                yield f"{path}: other Danish than in {first} (give one of them a context): {_show(key)}"


def _placeholders(text: str) -> set[str]:
    return {match.group(0) for match in _PLACEHOLDER.finditer(text)}


def _show(key: Found) -> str:
    return repr(key.msgid) + (f" (context {key.context!r})" if key.context else "")
