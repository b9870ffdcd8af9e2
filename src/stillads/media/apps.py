"""Tells Django of the room."""

from django.apps import AppConfig


class MediaConfig(AppConfig):
    """The room media."""

    name = "stillads.media"
    label = "media"

    def ready(self) -> None:
        """Lets the room's verbs be known."""
        from . import verbs  # noqa: F401
