"""The publication gateway."""

from .published import PublishedNumber

__all__ = ["PublishedNumber"]
