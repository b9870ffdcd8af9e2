"""The views of the journey account."""
