"""The views of the journey rounds."""
