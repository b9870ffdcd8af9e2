"""Finding."""

from .find import Group, Hit, find, find_groups
from .highlight import Piece, extract, highlight

__all__ = ["Group", "Hit", "Piece", "extract", "find", "find_groups", "highlight"]
