"""Tells Django of the room."""

from django.apps import AppConfig


class OverviewConfig(AppConfig):
    """The room overview."""

    name = "stillads.overview"
    label = "overview"
