"""The page before the evaluation is opened."""

from typing import Any

from django.utils.translation import gettext as _

from stillads.evaluation import rules
from stillads.evaluation.queries import Opening
from stillads.kernel.dates import format_date, format_span
from stillads.kernel.rules import refusal
from stillads.kernel.viewer import Viewer


def present_opening(opening: Opening, viewer: Viewer) -> dict[str, Any]:
    """The template's context."""
    phase, standing = opening.phase, opening.standing
    early = standing.phase_state in {"draft", "ready", "running"}
    answer = (
        _("The trial runs until %(date)s. The evaluation is opened when it is over.")
        % {"date": format_date(phase.end)}
        if early
        else _("The trial is over. The evaluation has not been opened yet.")
    )
    return {
        "phase": phase,
        "span": format_span(phase.start, phase.end),
        "answer": answer,
        "early": early,
        "open_refusal": refusal(rules.check_can_open, standing, viewer, "-"),
    }
