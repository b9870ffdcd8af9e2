"""Tells Django of the room."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """The room audit."""

    name = "stillads.audit"
    label = "audit"
