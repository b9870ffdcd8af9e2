"""Sentences of the journey."""
