"""A playbook's questions as a form of ours: the same for phone, page, grid and preview."""

from .form import AnswerForm, AskedPart, AskedRow
from .photos import sent

__all__ = ["AnswerForm", "AskedPart", "AskedRow", "sent"]
