"""Writing to the index."""

from .index import index, index_many, remove
from .rebuild import rebuild

__all__ = ["index", "index_many", "rebuild", "remove"]
