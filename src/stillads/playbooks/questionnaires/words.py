"""Labels of others as plain lines: without HTML, Markdown and references to other answers."""

import html
import re
from typing import Final

from django.utils.translation import gettext as _

from stillads.documents.characters import clean_text

LONGEST_LINE: Final = 200
LONGEST_TEXT: Final = 4000
# No pattern can look further than a step or a fixed number of letters: a cell may be made to take for ever.
_BREAK = re.compile(r"<(?:br|/p|/div|/li|/tr|/h[1-6])\b[^<>]*>", re.IGNORECASE)
_HIDDEN = re.compile(r"<(style|script)\b[^<>]*>[^<]{0,5000}</\1>", re.IGNORECASE)
_TAG = re.compile(r"<[/!]?[A-Za-z][^<>]*>|<!--[^<]{0,2000}-->")
_STRONG = re.compile(r"(\*\*|__)(?=\S)([^\n]{0,300}?\S)\1")
_HEADING = re.compile(r"^#{1,6}\s+", re.MULTILINE)
_LINK = re.compile(r"\[([^\[\]\n]+)\]\((?:https?:|mailto:)[^()\s]*\)")
_SENTENCE = re.compile(r"(?<=[.?!:])\s+")
_REFERENCES = {
    "xlsform": re.compile(r"\$\{[^{}\n]*\}"),
    "redcap": re.compile(r"\[[a-z][\w-]*(?:\([\w-]+\))?\]"),
}


def plain(text: str, source: str = "") -> tuple[str, list[str]]:
    """The words alone, and what was lost of them, one sentence each."""
    notes: list[str] = []
    text = clean_text(_LINK.sub(r"\1", _STRONG.sub(r"\2", _HEADING.sub("", _untagged(text)))))
    if source in _REFERENCES:
        text, found = _REFERENCES[source].subn("…", text)
        if found:
            notes.append(_("An answer was repeated in the text; it says “…” there now. Reword it."))
    lines = [" ".join(line.split()) for line in text.strip().split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)), notes


def _untagged(text: str) -> str:
    if "<" in text:
        text = _TAG.sub("", _BREAK.sub("\n", _HIDDEN.sub("", text)))
    return html.unescape(text) if "&" in text else text


def line_and_rest(text: str) -> tuple[str, str]:
    """One line of at most 200 letters, and what did not fit, which can stand as help."""
    text = text.strip()
    if len(text) <= LONGEST_LINE and "\n" not in text:
        return text, ""
    first, _break, rest = text.partition("\n")
    if len(first) <= LONGEST_LINE:
        return first.strip(), rest.strip()
    return _at_a_sentence(first, rest)


def _at_a_sentence(first: str, rest: str) -> tuple[str, str]:
    ends = [found.start() for found in _SENTENCE.finditer(first) if found.start() <= LONGEST_LINE]
    if ends:
        cut = ends[-1]
        return first[:cut].strip(), f"{first[cut:].strip()}\n{rest}".strip()
    cut = first.rfind(" ", 0, LONGEST_LINE - 1)
    cut = cut if cut > 0 else LONGEST_LINE - 1
    return f"{first[:cut].strip()}…", f"…{first[cut:].strip()}\n{rest}".strip()


def paragraphs(*texts: str) -> str:
    """The texts that say something, an empty line between them, cut where a help text must end."""
    said = "\n\n".join(text for text in texts if text)
    return said if len(said) <= LONGEST_TEXT else f"{said[: LONGEST_TEXT - 1]}…"
