"""Tells Django of the room."""

from django.apps import AppConfig


class MediaConfig(AppConfig):
    """The room media."""

    name = "stillads.media"
    label = "media"
