"""The publication gateway, and verdicts."""

from .published import PublishedNumber
from .verdict import Verdict

__all__ = ["PublishedNumber", "Verdict"]
