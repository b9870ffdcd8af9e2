"""Tells Django of the room."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    """The room demo."""

    name = "stillads.demo"
    label = "demo"
