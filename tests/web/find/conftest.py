"""The ideas' own fixtures: they are what is found."""

from tests.ideas.conftest import give

__all__ = ["give"]
