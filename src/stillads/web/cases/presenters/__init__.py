"""Cases in sentences and pictures."""
