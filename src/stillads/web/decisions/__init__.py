"""The journey decisions."""
