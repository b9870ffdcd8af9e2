"""Tells Django of the room."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """The room search."""

    name = "stillads.search"
    label = "search"
