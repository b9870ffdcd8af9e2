"""Tells Django of the room."""

from django.apps import AppConfig


class AnalysisConfig(AppConfig):
    """The room analysis."""

    name = "stillads.analysis"
    label = "analysis"
