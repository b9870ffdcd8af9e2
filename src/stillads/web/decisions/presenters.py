"""What the round's decision page says of each trial."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from stillads.decisions.queries.decisions import DecisionLine
from stillads.decisions.queries.items import PartToDecide, PhaseToDecide
from stillads.decisions.words import OUTCOMES
from stillads.kernel.dates import format_date

DECIDABLE = {"evaluated", "decided", "stopped"}


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """One part: what was recommended, what was decided, who does what by when."""

    proposal: str
    text: str
    decision: DecisionLine | None
    outcome: str
    who: str
    url: str


@dataclass(frozen=True, slots=True)
class PhaseCard:
    """One trial with its parts; `refused` says why nothing can be decided yet."""

    title: str
    rows: list[DecisionRow]
    refused: str


def phase_card(phase: PhaseToDecide) -> PhaseCard:
    """A trial whose recommendation has no parts is decided as a whole."""
    parts = [_part_row(phase.phase_public_id, part) for part in phase.parts]
    refused = (
        ""
        if phase.state in DECIDABLE
        else _("The evaluation must be approved before the trial can be decided.")
    )
    return PhaseCard(phase.title, parts or [_whole_row(phase)], refused)


def _part_row(phase_id: str, part: PartToDecide) -> DecisionRow:
    url = reverse("decisions:decide-part", args=[phase_id, part.public_id])
    return _row(str(OUTCOMES[part.proposal]), part.body.plain_text(), part.decision, url)


def _whole_row(phase: PhaseToDecide) -> DecisionRow:
    return _row("", "", phase.whole, reverse("decisions:decide", args=[phase.phase_public_id]))


def _row(proposal: str, text: str, decision: DecisionLine | None, url: str) -> DecisionRow:
    outcome = str(OUTCOMES[decision.outcome]).capitalize() if decision else ""
    if decision and decision.wording == text:
        text = ""  # decided word for word: said once
    return DecisionRow(proposal, text, decision, outcome, _who(decision) if decision else "", url)


def _who(decision: DecisionLine) -> str:
    said = [_("Decided %(day)s") % {"day": format_date(decision.decided_on)}]
    if decision.owner:
        said.append(_("carried on by %(name)s") % {"name": decision.owner})
    if decision.deadline:
        said.append(_("deadline %(day)s") % {"day": format_date(decision.deadline)})
    if decision.review_on:
        said.append(_("looked at again %(day)s") % {"day": format_date(decision.review_on)})
    return ", ".join(said) + "."
