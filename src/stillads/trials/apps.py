"""Tells Django of the room."""

from django.apps import AppConfig


class TrialsConfig(AppConfig):
    """The room trials."""

    name = "stillads.trials"
    label = "trials"

    def ready(self) -> None:
        """Lets the room's permissions be known."""
        from . import permissions  # noqa: F401
