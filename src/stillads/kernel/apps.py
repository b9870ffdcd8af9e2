"""Tells Django of the room."""

from django.apps import AppConfig


class KernelConfig(AppConfig):
    """The room kernel."""

    name = "stillads.kernel"
    label = "kernel"
