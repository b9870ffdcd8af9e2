"""Meeting, feedback, hearing, committee item, decision."""

from .committee import ActionItem, CommitteeItem, Decision, HearingStep
from .meeting import AgendaItem, Feedback, Meeting

__all__ = ["ActionItem", "AgendaItem", "CommitteeItem", "Decision", "Feedback", "HearingStep", "Meeting"]
