"""Keeping and removing files."""

from .remove import remove_file
from .store import store_photo
from .waiting import keep_waiting, take_waiting

__all__ = ["keep_waiting", "remove_file", "store_photo", "take_waiting"]
