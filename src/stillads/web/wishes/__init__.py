"""The journey wishes: what citizens wish, on one list."""
