"""The journey account."""
