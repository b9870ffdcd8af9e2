"""Catalogue files: sorted, one message per entry, no dates or line numbers, so that merges stay small."""

import os
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, normalize, read_po
from tools.catalogues.extract import Found

_HEADER = """msgid ""
msgstr ""
"Language: da\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"""

# A translation: one text, or one per plural form.
Texts = tuple[str, ...]


class UnreadableCatalogueError(Exception):
    """A .po file that does not follow the format; the text names the file and the line."""


def read(path: Path) -> Catalog:
    """The catalogue in `path`; an empty one where there is no file. Raises UnreadableCatalogueError."""
    if not path.exists():
        return Catalog(locale="da")
    try:
        with path.open("rb") as handle:
            return read_po(handle, locale="da", abort_invalid=True)
    except PoFileError as error:
        raise UnreadableCatalogueError(f"{path}: line {error.lineno + 1}: {error}") from error


def key_of(message: Message) -> Found:
    """What identifies a message in its catalogue."""
    msgid, plural = (message.id, "") if isinstance(message.id, str) else (message.id[0], message.id[1])
    return Found(msgid, plural, message.context or "")


def texts_of(message: Message) -> Texts:
    """The Danish of a message: one text, or one per plural form."""
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def entries(catalogue: Catalog) -> dict[Found, Texts]:
    """Every live message of a catalogue with its Danish."""
    return {key_of(message): texts_of(message) for message in catalogue if message.id}


def written(messages: dict[Found, Texts]) -> str:
    """The text of a .po file."""
    return "\n".join([_HEADER, *(_entry(found, messages[found]) for found in sorted(messages))])


def write(path: Path, messages: dict[Found, Texts]) -> bool:
    """Writes the catalogue, or removes it when there is nothing in it. Tells whether the file changed."""
    before = path.read_text("utf-8") if path.exists() else ""
    after = written(messages) if messages else ""
    if before == after:
        return False
    if messages:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(after, "utf-8")
    else:
        path.unlink()
    return True


def compile_one(path: Path) -> Path:
    """Writes the .mo file beside the .po file, in one step, and returns its path."""
    target = path.with_suffix(".mo")
    beside = target.with_name(f".{target.name}.{os.getpid()}")
    with beside.open("wb") as handle:
        write_mo(handle, read(path))
    beside.replace(target)
    return target


def _entry(found: Found, texts: Texts) -> str:
    lines = [f"msgctxt {_quoted(found.context)}"] if found.context else []
    lines.append(f"msgid {_quoted(found.msgid)}")
    if not found.plural:
        return "\n".join([*lines, f"msgstr {_quoted(texts[0])}", ""])
    lines.append(f"msgid_plural {_quoted(found.plural)}")
    forms = (*texts, "", "")[:2]
    return "\n".join([*lines, *(f"msgstr[{n}] {_quoted(text)}" for n, text in enumerate(forms)), ""])


def _quoted(text: str) -> str:
    return normalize(text, width=0)
