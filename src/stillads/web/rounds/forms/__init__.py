"""The forms of the journey rounds."""
