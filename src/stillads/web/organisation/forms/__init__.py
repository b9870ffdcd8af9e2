"""The forms of the journey organisation."""
