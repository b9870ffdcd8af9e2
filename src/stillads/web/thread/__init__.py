"""The journey thread."""
