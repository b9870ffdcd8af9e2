"""Tells Django of the room."""

from django.apps import AppConfig


class IdeasConfig(AppConfig):
    """The room ideas."""

    name = "stillads.ideas"
    label = "ideas"

    def ready(self) -> None:
        """Lets the room's permissions be known."""
        from . import permissions  # noqa: F401
