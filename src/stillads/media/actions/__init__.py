"""Keeping and removing files."""

from .remove import remove_file
from .store import store_photo

__all__ = ["remove_file", "store_photo"]
