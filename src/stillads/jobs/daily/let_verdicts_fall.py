"""Lets the verdicts fall whose evaluation date has come; each falls once and is never computed again."""

from datetime import datetime

from stillads.analysis.actions import fall_due_verdicts
from stillads.kernel.viewer import system_viewer


def run(at: datetime) -> str:
    """Every expectation that is due and has no verdict gets one."""
    return f"{fall_due_verdicts(viewer=system_viewer('verdicts'), at=at)} verdicts"
