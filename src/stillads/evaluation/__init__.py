"""The evaluation of a phase."""
