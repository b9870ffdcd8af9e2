"""The journey find."""
