"""The ideas' own fixtures, for their pages."""

from tests.ideas.conftest import consultant, give

__all__ = ["consultant", "give"]
