"""The journey of a plan: read in a hallway, written once, handed over on one sheet."""
