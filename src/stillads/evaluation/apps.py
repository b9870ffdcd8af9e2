"""Tells Django of the room."""

from django.apps import AppConfig


class EvaluationConfig(AppConfig):
    """The room evaluation."""

    name = "stillads.evaluation"
    label = "evaluation"

    def ready(self) -> None:
        """Lets the room's permissions be known."""
        from . import permissions  # noqa: F401
