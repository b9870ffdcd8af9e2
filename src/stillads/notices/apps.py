"""Tells Django of the room."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """The room notices."""

    name = "stillads.notices"
    label = "notices"
