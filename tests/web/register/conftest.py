"""A trial under way, for the pages of this journey."""

from tests.capture.conftest import ward

__all__ = ["ward"]
