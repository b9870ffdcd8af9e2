"""The views of the journey organisation."""
