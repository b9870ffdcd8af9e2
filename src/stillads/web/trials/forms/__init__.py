"""The forms of the journey trials."""
