"""The journey evaluation."""
