"""Pages of the journey desk."""
