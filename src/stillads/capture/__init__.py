"""Instruments at work."""
