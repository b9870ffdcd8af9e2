"""Tells Django of the room."""

from django.apps import AppConfig


class CaptureConfig(AppConfig):
    """The room capture."""

    name = "stillads.capture"
    label = "capture"

    def ready(self) -> None:
        """Lets be known what the room adds to the registries of the house."""
        from stillads.trials import followers

        from . import permissions, retention, verbs  # noqa: F401
        from .actions.deploy import sync_deployments
        from .actions.surveys.waves import follow_phase

        followers.declare("capture.deployments", sync_deployments)
        followers.declare("capture.waves", follow_phase)  # by name after the deployments
