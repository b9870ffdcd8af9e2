"""Tells Django of the room."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """The room search."""

    name = "stillads.search"
    label = "search"

    def ready(self) -> None:
        """Registers the room's check."""
        from . import checks  # noqa: F401
