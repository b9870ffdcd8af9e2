"""The views of the journey trials."""
