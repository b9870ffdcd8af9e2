"""The journey organisation."""
