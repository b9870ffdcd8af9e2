"""The journey start."""
