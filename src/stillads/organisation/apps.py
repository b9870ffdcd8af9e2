"""Tells Django of the room."""

from django.apps import AppConfig


class OrganisationConfig(AppConfig):
    """The room organisation."""

    name = "stillads.organisation"
    label = "organisation"

    def ready(self) -> None:
        """Lets be known what the room adds to the registries of the house."""
        from stillads.search.registry import set_reach

        from . import permissions, retention, verbs  # noqa: F401
        from .leading import UnitsLed
        from .reach import reach_of
        from .responsibilities import register

        set_reach(reach_of)
        register(UnitsLed())
