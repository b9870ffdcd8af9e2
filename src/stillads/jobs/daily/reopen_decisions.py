"""A decision whose review day has come asks for attention again."""

from datetime import datetime

from stillads.decisions.actions.decide import reopen_due_decisions
from stillads.kernel.viewer import system_viewer


def run(at: datetime) -> str:
    """Each decision is reopened once; run again it does nothing."""
    return f"{reopen_due_decisions(at=at, viewer=system_viewer('reopen-decisions'))} decisions"
