"""Running text in the encodings that Danish offices save it in."""

import codecs

from stillads.kernel.language import gettext as _

from .lines import SourceLine, split_lines
from .refusals import Unreadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = frozenset(chr(code) for code in range(32)) - set("\t\n\v\f\r\x1c\x1d\x1e")


def text_lines(data: bytes) -> list[SourceLine]:
    """The lines of a text file. Raises Unreadable where the bytes are no text."""
    text = _decoded(data)
    if sum(sign in _CONTROLS for sign in text) > len(text) // 100:
        raise Unreadable(
            _("The file is neither text, PDF nor DOCX. Save the booklet as one of these and try again.")
        )
    return split_lines("".join(sign for sign in text if sign not in _CONTROLS))


def _decoded(data: bytes) -> str:
    for encoding in _candidates(data):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def _candidates(data: bytes) -> list[str]:
    """The encodings to try, by the mark at the front, or by where the zero bytes of UTF-16 stand."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return [encoding]
    sample = data[:4000]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if max(even, odd) > len(sample) // 5:
        return ["utf-16-be" if even > odd else "utf-16-le"]
    return ["utf-8", "cp1252"]
