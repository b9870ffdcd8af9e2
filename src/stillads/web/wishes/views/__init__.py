"""The pages of the wishes."""
