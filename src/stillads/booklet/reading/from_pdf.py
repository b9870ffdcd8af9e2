"""The text of a PDF, page by page."""

import io
import logging

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from stillads.kernel.language import gettext as _

from .lines import SourceLine, split_lines
from .refusals import Unreadable

_MOST_PAGES = 600
# Printed matter sets "fl" in "flytter" as one sign; to who searches and reads, it is two letters.
_LIGATURES = str.maketrans(
    {
        "\ufb00": "ff",
        "\ufb01": "fi",
        "\ufb02": "fl",
        "\ufb03": "ffi",
        "\ufb04": "ffl",
        "\ufb05": "st",
        "\ufb06": "st",
    }
)
# pypdf warns of every small fault of a file; what matters to the person is whether the text came out.
logging.getLogger("pypdf").setLevel(logging.ERROR)


def pdf_lines(data: bytes) -> list[SourceLine]:
    """The lines of a PDF, numbered through all pages. Raises Unreadable for broken and locked files."""
    try:
        pages = _pages(data)
    except Unreadable:
        raise
    # A broken PDF shows itself in many ways, deep in the parser; to the person they are one.
    except (
        PyPdfError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        IndexError,
        RecursionError,
        OSError,
    ) as error:
        raise Unreadable(_("The PDF is broken and cannot be read. Make a new one and try again.")) from error
    return split_lines("\n\f".join(pages).translate(_LIGATURES))


def _pages(data: bytes) -> list[str]:
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise Unreadable(_("The PDF is locked with a password. Save it without one and try again."))
    if len(reader.pages) > _MOST_PAGES:
        raise Unreadable(_("The PDF has more than 600 pages; that is not a booklet."))
    return [page.extract_text() for page in reader.pages]
