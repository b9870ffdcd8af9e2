"""The whole page: head, comparison, fields, outcome, drawer, and what can be done now."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stillads.analysis.queries import ComparisonRow, PhaseComparison
from stillads.evaluation import rules
from stillads.evaluation.queries.types import EvaluationPage
from stillads.evaluation.words import PERSPECTIVES
from stillads.kernel.clock import local_day, today
from stillads.kernel.dates import format_date, format_span
from stillads.kernel.rules import refusal
from stillads.kernel.viewer import Viewer

from ..forms import reason_form
from ..prose import prose
from .boxes import rows
from .editing import Editing, form_for
from .kept import kept_items
from .outcome import line_items, part_items, rating_items, text_items

# The design's verdict marks for the fallen verdict's codes.
MARKS = {
    "met": "better",
    "not_met": "unchanged",
    "wrong_way": "worse",
    "cannot_tell": "open",
    "": "provisional",
}


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """One line of *Forudsagt | Målt | Forskel*."""

    row: ComparisonRow
    note: str
    mark: str
    mark_word: str


def present(page: EvaluationPage, viewer: Viewer, editing: Editing | None = None) -> dict[str, Any]:
    """The template's context."""
    phase, standing = page.phase, page.standing
    return {
        "page": page,
        "phase": phase,
        "answer": answer(page),
        "span": format_span(phase.start, phase.end),
        "url": reverse("evaluation:page", args=[phase.id]),
        "trail": [
            (phase.round_title, reverse("rounds:round", args=[phase.round_key])),
            (phase.title, reverse("trials:trial", args=[phase.trial])),
        ],
        "urls": _urls(phase.id),
        "results_url": reverse("trials:results", args=[phase.trial, phase.id]),
        "can_edit": rules.can_edit(standing, viewer),
        "edit_refusal": refusal(rules.check_can_edit, standing, viewer),
        "can_take_part": refusal(rules.check_takes_part, standing, viewer) is None,
        "review": _review(page, viewer),
        "compared": [_compared(row) for row in page.comparison.predicted],
        "counted": [_compared(row) for row in page.comparison.unpredicted],
        "comparison_said": comparison_said(page.comparison),
        "verdicts_due": page.comparison.due,
        "texts": text_items(page, editing),
        "rows": rows(page, editing),
        "parts": part_items(page, editing),
        "part_form": form_for(editing, "new:part"),
        "ratings": rating_items(page, editing),
        "lines": line_items(page, editing),
        "line_form": form_for(editing, "new:line"),
        "learning_html": prose(page.learning.body) if page.learning else "",
        "learning_form": form_for(editing, "learning"),
        "changes_form": form_for(editing, "changes") or reason_form("changes"),
        "reopen_form": form_for(editing, "reopen") or reason_form("reopen"),
        "refused_step": editing.target if editing and editing.target in {"changes", "reopen"} else "",
        "orphans": kept_items(phase.id, page.orphans, standing="", version=0),
        "history": [
            (format_date(local_day(step.at)), f"{step.by}: {step.state_word}", step.reason)
            for step in reversed(page.steps)
        ],
    }


def answer(page: EvaluationPage) -> str:
    """What the page says first: how far it is, and who has the ball."""
    if page.state == "approved":
        return _("The evaluation is approved.")
    if page.state == "in_review":
        return _("Everything is written. Now it is being read.")
    if page.standing.unsettled:
        return ngettext(
            "Two people wrote at once in %(n)d place. Choose there first.",
            "Two people wrote at once in %(n)d places. Choose there first.",
            page.standing.unsettled,
        ) % {"n": page.standing.unsettled}
    if not page.missing:
        return _("Everything is written. Hand it in when you have read it through.")
    missing = ngettext(
        "%(n)d thing is missing. It must be handed in by %(date)s.",
        "%(n)d things are missing. It must be handed in by %(date)s.",
        len(page.missing),
    )
    return missing % {"n": len(page.missing), "date": format_date(page.phase.deadline)}


def comparison_said(comparison: PhaseComparison) -> str:
    """The sentence above the table."""
    if not comparison.locked:
        return _("No prediction was locked before day 1. So there is nothing to hold the numbers against.")
    day = comparison.evaluation_date
    waiting = [row for row in comparison.predicted if row.provisional and not row.withdrawn]
    if waiting and day > today():
        return _("Provisional. The verdict falls on %(date)s, and not before.") % {"date": format_date(day)}
    if waiting:
        return _("The evaluation date has come. The verdict can fall now.")
    met = sum(row.outcome == "met" for row in comparison.predicted)
    judged = sum(bool(row.outcome) for row in comparison.predicted)
    return _("%(met)d of %(all)d expectations were met.") % {"met": met, "all": judged}


def _compared(row: ComparisonRow) -> ComparedRow:
    parts = [row.n, _("before: %(n)s") % {"n": row.before} if row.before else ""]
    parts.append(_period(row.period_first, row.period_last))
    parts.append(_("one person's estimate") if row.estimate else "")
    return ComparedRow(
        row,
        ", ".join(part for part in parts if part),
        "not_examined" if row.withdrawn else MARKS[row.outcome],
        _("Withdrawn") if row.withdrawn else row.outcome_word,
    )


def _period(first: date | None, last: date | None) -> str:
    return format_span(first, last) if first and last else ""


def _review(page: EvaluationPage, viewer: Viewer) -> dict[str, Any]:
    """Which steps can be seen in this state, with the reasons of those that cannot be taken."""
    standing = page.standing
    writing = page.state in {"draft", "changes_asked"}
    wishes = page.steps[-1] if page.state == "changes_asked" else None
    return {
        "writing": writing,
        "reading": page.state == "in_review",
        "approved": page.state == "approved",
        "wishes": wishes,
        "submit_refusal": _short(page, refusal(rules.check_can_submit, standing, viewer)),
        "approve_refusal": refusal(rules.check_can_approve, standing, viewer),
        "changes_refusal": refusal(rules.check_can_ask_for_changes, standing, viewer),
        "can_take_back": rules.can_take_back(standing, viewer),
        "reopen_refusal": refusal(rules.check_can_reopen, standing, viewer),
    }


def _short(page: EvaluationPage, reason: object) -> object:
    """On the button only how many things are missing; the list beside it says which."""
    if reason is None or page.standing.unsettled or not page.missing:
        return reason
    if refusal(rules.check_takes_part, page.standing, Viewer("", "")) == reason:
        return reason
    return ngettext("%(n)d thing is missing.", "%(n)d things are missing.", len(page.missing)) % {
        "n": len(page.missing)
    }


def _urls(phase: str) -> dict[str, str]:
    names = (
        "submit", "take_back", "ask_for_changes", "approve", "reopen", "verdicts", "learning", "part_new",
        "line_new", "figure_new", "carry",
    )  # fmt: skip
    return {name: reverse(f"evaluation:{name}", args=[phase]) for name in names}


def figure_choices(page: EvaluationPage) -> list[tuple[str, str]]:
    """The trial's numbers, to choose from."""
    return [(figure.id, f"{figure.label}: {figure.text}") for figure in page.figures]


def perspective_choices() -> list[tuple[str, str]]:
    """The three perspectives, to choose from."""
    return [(key, str(word)) for key, word in PERSPECTIVES.items()]


def criterion_choices(page: EvaluationPage) -> list[tuple[str, str]]:
    """The locked expectations, to choose from."""
    return [(row.criterion, row.what) for row in page.comparison.predicted if not row.withdrawn]
