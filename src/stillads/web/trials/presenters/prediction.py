"""The prediction in words."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from stillads.kernel.clock import local_day
from stillads.kernel.dates import format_date
from stillads.trials.queries.prediction import CriterionView, PredictionView, amendment_text
from stillads.trials.words import PERSPECTIVES


@dataclass(frozen=True, slots=True)
class CriterionLine:
    """One expectation. `plan` says what the round can show of it, while it is open.

    `marks` are (words, tone): most important, guardrail, amended, late.
    """

    perspective: str
    perspective_text: str
    what: str
    expected: str
    how_known: str
    marks: tuple[tuple[str, str], ...]
    reason: str
    earlier: tuple[str, ...]
    withdrawn: bool
    edit_url: str
    remove_url: str
    plan: str = ""


@dataclass(frozen=True, slots=True)
class PredictionText:
    """The whole prediction. `locked` is a sentence, empty while it is open."""

    lines: tuple[CriterionLine, ...]
    rule: str
    day: str
    locked: str
    without: str
    lacks: tuple[str, ...]
    amendments: tuple[tuple[str, str, str], ...]


def prediction_text(
    view: PredictionView, trial: str, plans: Mapping[str, str] | None = None
) -> PredictionText:
    """A prediction in words, with the addresses of its pages; `plans`: expectation → what can be shown of it."""
    locked = ""
    if view.locked_at:
        said = {"date": format_date(local_day(view.locked_at)), "who": view.locked_by}
        locked = _("Locked %(date)s by %(who)s.") % said
    return PredictionText(
        lines=tuple(
            _line(c, trial, view.phase_public_id, (plans or {}).get(c.public_id, "")) for c in view.criteria
        ),
        rule=view.decision_rule,
        day=format_date(view.evaluation_date) if view.evaluation_date else "",
        locked=locked,
        without=view.without,
        lacks=view.lacks,
        amendments=tuple(
            (
                format_date(local_day(a.at)),
                f"{_part(a.part)}: {amendment_text(a, a.before)} → {amendment_text(a, a.after)}",
                f"{a.by}: {a.reason}",
            )
            for a in view.amendments
        ),
    )


def _line(view: CriterionView, trial: str, phase: str, plan: str) -> CriterionLine:
    return CriterionLine(
        perspective=view.perspective,
        perspective_text=str(PERSPECTIVES[view.perspective]),
        what=view.what,
        expected=view.expected_text,
        how_known=view.how_known,
        marks=tuple(_marks(view)),
        reason=view.reason,
        earlier=tuple(f"{e.what}: {e.expected_text}" for e in view.earlier),
        withdrawn=view.withdrawn,
        edit_url=reverse("trials:criterion", args=[trial, phase, view.public_id]),
        remove_url=reverse("trials:criterion_remove", args=[trial, phase, view.public_id]),
        plan=plan,
    )


def _marks(view: CriterionView) -> list[tuple[str, str]]:
    found = [
        (view.primary, _("most important"), "info"),
        (view.guardrail, _("guardrail"), "plain"),
        (view.withdrawn, _("taken away"), "warning"),
        (view.late, _("added after the lock"), "warning"),
        (bool(view.earlier) and not view.withdrawn, _("amended"), "warning"),
    ]
    return [(word, tone) for there, word, tone in found if there]


def _part(part: str) -> str:
    return _("Evaluation date") if part == "evaluation_date" else _("Decision rule")
