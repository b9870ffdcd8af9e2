"""Tells Django of the room."""

from django.apps import AppConfig


class DecisionsConfig(AppConfig):
    """The room decisions."""

    name = "stillads.decisions"
    label = "decisions"

    def ready(self) -> None:
        """Lets the room's permissions and verbs be known."""
        from . import permissions, verbs  # noqa: F401
