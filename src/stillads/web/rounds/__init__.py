"""The journey rounds."""
