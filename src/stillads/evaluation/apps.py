"""Tells Django of the room."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EvaluationConfig(AppConfig):
    """The room evaluation."""

    name = "stillads.evaluation"
    label = "evaluation"

    def ready(self) -> None:
        """Lets be known what the room adds to the registries of the house."""
        from stillads.search.registry import register_kind

        from . import permissions, verbs  # noqa: F401
        from .searching import KIND, address, findings_for_search

        register_kind(
            KIND,
            label=_("Findings of evaluations"),
            url_for=address,
            permission=permissions.READ,
            rebuild=findings_for_search,
        )
