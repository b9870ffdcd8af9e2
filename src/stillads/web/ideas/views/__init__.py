"""The views of the journey ideas."""
