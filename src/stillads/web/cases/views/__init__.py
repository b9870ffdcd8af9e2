"""The pages of the cases."""
