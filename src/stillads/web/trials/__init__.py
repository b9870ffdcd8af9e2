"""The journey trials."""
