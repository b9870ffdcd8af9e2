"""Surveys as staff and those who answer see them."""
