"""Erases what the rules of keeping say has been kept long enough."""

from datetime import datetime

from stillads.audit.actions.sweep import erase_due


def run(at: datetime) -> str:
    """Carries out every rule; what was erased stands in the log."""
    return ", ".join(f"{key}: {count}" for key, count in erase_due(at=at).items()) or "no rules"
