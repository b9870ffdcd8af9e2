"""Changing a draft's plain data: pure functions, one truth with the files."""
