"""Tells Django of the room."""

from django.apps import AppConfig


class MediaConfig(AppConfig):
    """The room media."""

    name = "stillads.media"
    label = "media"

    def ready(self) -> None:
        """Lets the room's verbs, and what it keeps how long, be known."""
        from . import retention, verbs  # noqa: F401
