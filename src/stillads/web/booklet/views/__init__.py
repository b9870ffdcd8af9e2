"""The views of the journey booklet."""
