"""Tells Django of the room."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """The room web."""

    name = "stillads.web"
    label = "web"
