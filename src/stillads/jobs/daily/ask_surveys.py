"""Surveys: waves are made, those asked are drawn, links and reminders go into the outbox."""

from datetime import datetime

from stillads.capture.actions.surveys.sending import run_waves


def run(at: datetime) -> str:
    """Does what the day asks for; run again it does nothing more."""
    made, drawn, sent = run_waves(at=at)
    return f"{made} waves, {drawn} asked, {sent} e-mails"
