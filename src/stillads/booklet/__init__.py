"""The published booklet."""
