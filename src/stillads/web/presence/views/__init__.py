"""Pages of the journey presence."""
