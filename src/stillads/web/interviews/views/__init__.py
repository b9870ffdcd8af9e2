"""Pages of the journey interviews."""
