"""Tells Django of the room."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TrialsConfig(AppConfig):
    """The room trials."""

    name = "stillads.trials"
    label = "trials"

    def ready(self) -> None:
        """Lets be known what the room adds to the registries of the house."""
        from stillads.organisation import closing
        from stillads.organisation.responsibilities import register
        from stillads.search.registry import by_name, register_kind

        from . import permissions, verbs  # noqa: F401
        from .closing import sites_after
        from .finding import KIND, all_searchable
        from .leading import TrialsLed

        closing.declare("trials.sites", sites_after)
        register(TrialsLed())
        register_kind(
            KIND,
            label=_("Trials"),
            url_for=by_name("trials:trial"),
            permission=permissions.READ,
            rebuild=all_searchable,
        )
