"""Tells Django of the room."""

from django.apps import AppConfig


class BookletConfig(AppConfig):
    """The room booklet."""

    name = "stillads.booklet"
    label = "booklet"

    def ready(self) -> None:
        """Lets the room's permissions and verbs be known."""
        from . import permissions, verbs  # noqa: F401
