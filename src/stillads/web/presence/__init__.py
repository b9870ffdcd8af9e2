"""Planned presence and meetings whose agenda fills itself."""
