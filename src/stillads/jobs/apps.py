"""Tells Django of the room."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """The room jobs."""

    name = "stillads.jobs"
    label = "jobs"
