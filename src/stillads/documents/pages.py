"""What is read back from a finished PDF. pypdf is loaded by whoever asks first, not by a starting process."""

from collections.abc import Sequence
from io import BytesIO


def count_pages(pdf: bytes) -> int:
    """The number of pages."""
    from pypdf import PdfReader

    return len(PdfReader(BytesIO(pdf)).pages)


def headed_rows(pdf: bytes, tables: Sequence[bool]) -> bytes:
    """`row_headers.with_row_headers`."""
    from .row_headers import with_row_headers

    return with_row_headers(pdf, tables)
