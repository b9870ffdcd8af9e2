"""The journey booklet."""
