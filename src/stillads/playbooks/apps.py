"""Tells Django of the room."""

from django.apps import AppConfig


class PlaybooksConfig(AppConfig):
    """The room playbooks."""

    name = "stillads.playbooks"
    label = "playbooks"
