"""Planned presence and what came of it; meetings and their points."""
