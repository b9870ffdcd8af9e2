"""Tells Django of the room."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class IdeasConfig(AppConfig):
    """The room ideas."""

    name = "stillads.ideas"
    label = "ideas"

    def ready(self) -> None:
        """Lets the room's permissions be known, and its ideas be found."""
        from stillads.search.registry import by_name, register_kind

        from . import permissions, retention, verbs  # noqa: F401
        from .finding import KIND, all_searchable

        register_kind(
            KIND,
            label=_("Ideas"),
            url_for=by_name("ideas:idea"),
            permission=permissions.READ,
            rebuild=all_searchable,
        )
