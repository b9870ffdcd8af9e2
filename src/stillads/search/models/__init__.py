"""The index."""

from .entry import SearchEntry

__all__ = ["SearchEntry"]
