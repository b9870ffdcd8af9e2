"""The look: components as template tags, the form renderer, styles, the page frame."""
