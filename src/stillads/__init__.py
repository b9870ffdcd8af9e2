"""Stillads: trials of about 100 days in a municipality's elder care, honestly measured."""

__version__ = "0.1.0"
