"""Spreading what worked, unit by unit."""
