"""Tells Django of the room."""

from django.apps import AppConfig


class OrganisationConfig(AppConfig):
    """The room organisation."""

    name = "stillads.organisation"
    label = "organisation"

    def ready(self) -> None:
        """Lets the room's permissions be known, and the index what a viewer may find."""
        from stillads.search.registry import set_reach

        from . import permissions  # noqa: F401
        from .reach import reach_of

        set_reach(reach_of)
