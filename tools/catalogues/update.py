"""Brings a catalogue up to date with its sources and keeps what is translated."""

from dataclasses import dataclass
from pathlib import Path

from tools.catalogues.extract import Found, messages_in
from tools.catalogues.files import entries, read, write
from tools.catalogues.places import catalogue_of, sources


@dataclass(frozen=True)
class Outcome:
    """What an update did: the number of messages and those still without Danish."""

    place: Path
    messages: int
    missing: tuple[Found, ...]
    changed: bool


def messages_of(place: Path) -> set[Found]:
    """All messages that the sources of a place ask for.

    The same message once with and once without a plural is one entry, as in any catalogue.
    """
    found: dict[tuple[str, str], Found] = {}
    for path in sources(place):
        for message in messages_in(path):
            key = (message.context, message.msgid)
            found[key] = max(found.get(key, message), message)
    return set(found.values())


def update(place: Path) -> Outcome:
    """Rewrites the catalogue of `place` from its sources."""
    path = catalogue_of(place)
    known = entries(read(path))
    wanted = {
        message: known.get(message, ("", "") if message.plural else ("",)) for message in messages_of(place)
    }
    missing = tuple(sorted(message for message, texts in wanted.items() if not all(texts)))
    return Outcome(place, len(wanted), missing, write(path, wanted))
