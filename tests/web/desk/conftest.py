"""The two care centres of the instruments, for the pages of this journey."""

from tests.capture.conftest import ward

__all__ = ["ward"]
