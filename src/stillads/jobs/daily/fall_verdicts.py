"""On the locked evaluation date the verdict falls, once."""

from datetime import datetime

from stillads.analysis.actions import fall_due_verdicts
from stillads.kernel.viewer import system_viewer


def run(at: datetime) -> str:
    """Verdicts that are due and have not fallen; run again there are none."""
    return f"{fall_due_verdicts(viewer=system_viewer('fall-verdicts'), at=at)} verdicts"
