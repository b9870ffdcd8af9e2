"""Conditions of other formats: read into terms, and said again as a playbook's conditions where that can be."""
