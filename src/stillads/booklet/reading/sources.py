"""From a file to lines: running text, PDF and DOCX, told apart by their first bytes."""

from collections.abc import Callable

from stillads.kernel.language import gettext as _

from .from_text import text_lines
from .lines import SourceLine
from .model import Reading
from .reader import read_lines
from .refusals import Unreadable

LARGEST_FILE = 20_000_000
_OLD_WORD = b"\xd0\xcf\x11\xe0"


def file_lines(data: bytes) -> list[SourceLine]:
    """The lines of a file. Raises Unreadable for what is too large, empty, or of another kind."""
    if len(data) > LARGEST_FILE:
        raise Unreadable(_("The file is larger than 20 MB. Save the booklet without pictures and try again."))
    if data.startswith(_OLD_WORD):
        raise Unreadable(_("This is an old Word file. Open it in Word, save it as .docx and try again."))
    lines = _reader(data)(data)
    if all(line.is_blank for line in lines):
        raise Unreadable(_("There is no text in the file. A scanned booklet must be turned into text first."))
    return lines


def read_file(data: bytes) -> Reading:
    """Read a booklet from the bytes of a file (UTF-8, UTF-16 or Windows text, PDF, DOCX).

    Raises NotABooklet or Unreadable, both with a reason in the reader's language.
    """
    return read_lines(file_lines(data))


def _reader(data: bytes) -> Callable[[bytes], list[SourceLine]]:
    """The readers of PDF and Word bring their libraries with them, and so they come when they are needed."""
    if b"%PDF-" in data[:1024]:
        from .from_pdf import pdf_lines

        return pdf_lines
    if data.startswith(b"PK\x03\x04"):
        from .from_word import word_lines

        return word_lines
    return text_lines
