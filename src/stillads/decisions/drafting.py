"""The first draft of a committee item: what evaluations and feedback already say, nothing invented.

A heading for which there is nothing yet stays empty, so that the writer sees what is missing.
"""

from collections.abc import Callable, Iterable
from typing import Any

from django.utils.translation import gettext as _

from stillads.documents.blocks import parse_body
from stillads.documents.plain import from_plain, to_plain
from stillads.evaluation.models import LedgerLine, RecommendationPart, TextField
from stillads.kernel.dates import format_date, format_span
from stillads.kernel.numbers import format_number
from stillads.trials.models import Phase, Round

from .headings import headings
from .models import Meeting
from .queries.hearing import hearing_steps
from .queries.meeting import feedback_by_item
from .words import HEARING_STATES, OUTCOMES, RHYTHMS, ROLES, WISHES, few_answers

type_writer = Callable[[Round, list[Phase]], str]


def draft_sections(round_: Round) -> dict[str, Any]:
    """Heading key → text body (JSON) for every heading of the setting."""
    phases = list(
        Phase.objects.filter(round=round_)
        .exclude(state=Phase.State.STOPPED)
        .select_related("trial", "evaluation")
        .prefetch_related(
            "trial__legal_bases", "evaluation__parts", "evaluation__texts", "evaluation__ledger"
        )
        .order_by("order_in_round", "pk")
    )
    return {
        key: from_plain(_WRITERS[key](round_, phases) if key in _WRITERS else "").data()
        for key, _heading in headings()
    }


def _summary(round_: Round, phases: list[Phase]) -> str:
    return _(
        "%(n)d trials were carried out in the period %(period)s. Each of them has been evaluated "
        "with regard to citizens, employees and economy. The committee is presented with the "
        "recommendations and the feedback from the welfare meeting."
    ) % {"n": len(phases), "period": format_span(round_.start, round_.end)}


def _recommendation(round_: Round, phases: list[Phase]) -> str:
    return _lines(_recommended(phase) for phase in phases)


def _recommended(phase: Phase) -> str:
    proposals = [str(OUTCOMES[part.proposal]) for part in _standing(phase) if part.proposal != "other"]
    different = list(dict.fromkeys(proposals))
    words = {"trial": phase.trial.title, "outcomes": "; ".join(different)}
    if len(different) > 1:
        return _("that %(trial)s is decided in parts: %(outcomes)s") % words
    if not different:
        return _("%(trial)s: no recommendation yet") % words
    return _("that %(trial)s is %(outcomes)s") % words


def _standing(phase: Phase) -> list[RecommendationPart]:
    evaluation = getattr(phase, "evaluation", None)
    return [part for part in evaluation.parts.all() if part.removed_at is None] if evaluation else []


def _history(round_: Round, phases: list[Phase]) -> str:
    again = [phase.trial.title for phase in phases if phase.number > 1]
    return _lines(_("%(trial)s has been tried before.") % {"trial": title} for title in again)


def _involvement(round_: Round, phases: list[Phase]) -> str:
    lines = [
        f"{step.body_name}, {format_date(step.day)}: {HEARING_STATES[step.state]}. {step.text}".strip()
        for step in hearing_steps(round_.pk)
    ]
    meeting = Meeting.objects.filter(round=round_).first()
    if meeting:
        lines.append(_("The welfare meeting was held on %(day)s.") % {"day": format_date(meeting.held_on)})
        lines += [_feedback_line(item) for item in feedback_by_item(meeting.pk) if item.n]
    return _lines(lines)


def _feedback_line(item: Any) -> str:
    roles = "; ".join(f"{_role(role)} ({role.n}): {_favourite(role)}" for role in item.roles if role.wishes)
    withheld = sum(role.n for role in item.roles if role.withheld)
    notes = [_("The roles did not agree.")] if item.split else []
    if withheld:
        notes.append(few_answers(withheld))
    said = roles or (_("no answers that can be shown") if withheld else _("comments only"))
    return " ".join([f"{item.title}: {said}.", *notes])


def _role(role: Any) -> str:
    """One role by its name; several with few answers each, that are shown together, by theirs."""
    return " / ".join(str(ROLES[key]) for key in role.of or (role.role,))


def _favourite(role: Any) -> str:
    """What most of a role wish; of roles that are told together everything, each wish with its number."""
    if role.of and len(role.wishes) > 1:
        return ", ".join(f"{WISHES[wish]} ({count})" for wish, count in role.wishes.items())
    return " / ".join(str(WISHES[wish]) for wish in role.favourites)


def _description(round_: Round, phases: list[Phase]) -> str:
    return "\n\n".join(f"**{p.trial.title}**\n\n{_assessment(p)}".strip() for p in phases)


def _assessment(phase: Phase) -> str:
    evaluation = getattr(phase, "evaluation", None)
    texts = {text.key: text for text in evaluation.texts.all()} if evaluation else {}
    text = texts.get(TextField.Key.ASSESSMENT)
    return to_plain(parse_body(text.body)) if text else ""


def _economy(round_: Round, phases: list[Phase]) -> str:
    lines = []
    for phase in phases:
        evaluation = getattr(phase, "evaluation", None)
        ledger = [line for line in evaluation.ledger.all() if line.removed_at is None] if evaluation else []
        lines += [f"{phase.trial.title}: {_ledger_line(line)}" for line in ledger]
    return _lines(lines)


def _ledger_line(line: LedgerLine) -> str:
    unit = _("hours") if line.kind == LedgerLine.Kind.HOURS else _("kroner")
    verb = _("saved") if line.amount > 0 else _("spent")
    estimate = f" ({_('estimate')})" if line.estimate else ""
    amount = format_number(abs(line.amount))
    return f"{line.what}: {amount} {unit} {RHYTHMS[line.rhythm]} {verb}, {line.who}{estimate}"


def _law(round_: Round, phases: list[Phase]) -> str:
    provisions = [
        (phase.trial.title, sorted(phase.trial.legal_bases.all(), key=lambda basis: basis.pk))
        for phase in phases
    ]
    return _lines(
        f"{title}: {', '.join(basis.marked for basis in bases)}" for title, bases in provisions if bases
    )


def _annexes(round_: Round, phases: list[Phase]) -> str:
    return _("- The booklet of round %(key)s") % {"key": round_.key}


def _lines(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


_WRITERS: dict[str, type_writer] = {
    "summary": _summary,
    "recommendation": _recommendation,
    "history": _history,
    "involvement": _involvement,
    "description": _description,
    "economy": _economy,
    "law": _law,
    "annexes": _annexes,
}
