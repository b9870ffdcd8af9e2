"""The pages of the journey in words."""
