"""The life of an evaluation: one table, every transition a row."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from stillads.kernel.states import StateTable, Step

from .models import Evaluation

S = Evaluation.State

EVALUATION: Final = StateTable(
    "evaluation",
    S.DRAFT,
    {
        S.DRAFT: _("being written"),
        S.IN_REVIEW: _("being read"),
        S.CHANGES_ASKED: _("sent back with wishes"),
        S.APPROVED: _("approved"),
    },
    (
        Step(S.DRAFT, S.IN_REVIEW, "submitted for review"),
        Step(S.CHANGES_ASKED, S.IN_REVIEW, "submitted again"),
        Step(S.IN_REVIEW, S.DRAFT, "taken back to write on"),
        Step(S.IN_REVIEW, S.CHANGES_ASKED, "the reviewer asks for changes", needs_reason=True),
        Step(S.IN_REVIEW, S.APPROVED, "approved: nothing is edited any more"),
        Step(S.APPROVED, S.DRAFT, "reopened", needs_reason=True),
    ),
)
