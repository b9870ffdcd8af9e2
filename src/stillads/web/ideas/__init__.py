"""The journey ideas."""
