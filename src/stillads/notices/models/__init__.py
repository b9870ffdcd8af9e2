"""The outbox."""

from .notice import Notice

__all__ = ["Notice"]
