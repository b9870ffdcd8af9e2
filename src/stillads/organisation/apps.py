"""Tells Django of the room."""

from django.apps import AppConfig


class OrganisationConfig(AppConfig):
    """The room organisation."""

    name = "stillads.organisation"
    label = "organisation"

    def ready(self) -> None:
        """Lets the room's permissions be known."""
        from . import permissions  # noqa: F401
