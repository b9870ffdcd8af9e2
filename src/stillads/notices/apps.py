"""Tells Django of the room."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """The room notices."""

    name = "stillads.notices"
    label = "notices"

    def ready(self) -> None:
        """Lets it be known how long messages are kept."""
        from . import retention, verbs  # noqa: F401
