"""A document as a Word file (DOCX)."""

from .file import render

__all__ = ["render"]
