"""Tells Django of the room."""

from django.apps import AppConfig


class VocabulariesConfig(AppConfig):
    """The room vocabularies."""

    name = "stillads.vocabularies"
    label = "vocabularies"
