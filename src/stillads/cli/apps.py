"""Tells Django of the room."""

from django.apps import AppConfig


class CliConfig(AppConfig):
    """The room cli."""

    name = "stillads.cli"
    label = "cli"
