"""The forms of the journey ideas."""
