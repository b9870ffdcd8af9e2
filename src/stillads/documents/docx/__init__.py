"""A document as a Word file (DOCX)."""

from pathlib import Path

from ..edition import Document


def render(document: Document, *, fonts: Path | None = None) -> bytes:
    """The Word file. With `fonts` (the folder of IBM Plex Sans) drawings are pictures, else their words."""
    from . import file  # python-docx and lxml are loaded by whoever makes the first file

    return file.render(document, fonts=fonts)


__all__ = ["render"]
