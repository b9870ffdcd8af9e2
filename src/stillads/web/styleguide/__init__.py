"""The journey styleguide."""
