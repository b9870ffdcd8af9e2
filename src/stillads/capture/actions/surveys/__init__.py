"""Asking and answering surveys."""
