"""Measures, verdicts and the gateway that every published number passes."""
