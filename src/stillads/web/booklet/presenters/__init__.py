"""From what was asked for to what a page shows."""
