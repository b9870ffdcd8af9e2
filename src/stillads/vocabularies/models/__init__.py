"""Shared vocabularies."""

from .legal import LegalBasis

__all__ = ["LegalBasis"]
