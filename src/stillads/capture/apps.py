"""Tells Django of the room."""

from django.apps import AppConfig


class CaptureConfig(AppConfig):
    """The room capture."""

    name = "stillads.capture"
    label = "capture"
