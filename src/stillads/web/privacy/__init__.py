"""The journey privacy."""
