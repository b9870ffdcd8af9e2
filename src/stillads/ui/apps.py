"""Registers the checks of colour and front-end packages."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """The look of Stillads."""

    name = "stillads.ui"
    label = "ui"

    def ready(self) -> None:
        """Connect the system checks."""
        from . import checks  # noqa: F401  (registers on import)
