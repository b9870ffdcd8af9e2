"""Tells Django of the room."""

from django.apps import AppConfig


class RolloutConfig(AppConfig):
    """The room rollout."""

    name = "stillads.rollout"
    label = "rollout"

    def ready(self) -> None:
        """Lets the room's permissions and verbs be known."""
        from . import permissions, verbs  # noqa: F401
