"""Tells Django of the room."""

from django.apps import AppConfig


class PlaybooksConfig(AppConfig):
    """The room playbooks."""

    name = "stillads.playbooks"
    label = "playbooks"

    def ready(self) -> None:
        """Lets be known what the room adds to the registries of the house."""
        from . import permissions, verbs  # noqa: F401
