"""The journey meeting."""
