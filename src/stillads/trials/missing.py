"""What is missing in a phase and who has the ball: explicit rules, pure, one function each."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from .models import Phase, Trial

P, E = Phase.State, Trial.Exemption
QUIET_DAYS = 21  # so long may a running trial's log be silent


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has the ball. `person_id` is None where it is a role: `consultant`."""

    name: str
    person_id: int | None = None
    role: str = ""


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that somebody must do.

    key   stable: `prediction`, `sites`, `lead`, …
    text  a whole sentence that begins with a verb
    page  the part of the trial's pages that does it: prediction, sites, edit, lead, legal, log, figures
    """

    key: str
    text: str
    who: Holder
    due: date
    page: str


@dataclass(frozen=True, slots=True)
class PhaseFacts:
    """What the rules look at. `unmeasured` are expectations without a figure that are typed by hand."""

    state: str
    start: date
    end: date
    evaluation_date: date | None
    created: date
    lead: Holder | None
    has_question: bool
    sites: int
    locked: bool
    without_prediction: bool
    prediction_lacks: int
    exemption: str
    last_log: date | None
    unmeasured: tuple[str, ...] = ()


def consultant() -> Holder:
    """The development consultant, whoever it is."""
    return Holder(_("the development consultant"), role="consultant")


def missing(facts: PhaseFacts, today: date) -> list[Missing]:
    """All that is missing, the most urgent first."""
    found = [item for rule in RULES for item in rule(facts, today)]
    return sorted(found, key=lambda item: item.due)


def ball(items: Iterable[Missing]) -> Missing | None:
    """The item that decides who has the ball: the one due first. None: nobody has."""
    return min(items, key=lambda item: item.due, default=None)


def _lead_of(facts: PhaseFacts) -> Holder:
    return facts.lead or consultant()


def _planning(facts: PhaseFacts) -> bool:
    return facts.state in {P.DRAFT, P.READY}


def _eve(facts: PhaseFacts) -> date:
    return facts.start - timedelta(days=1)


def _no_lead(facts: PhaseFacts, today: date) -> Iterable[Missing]:
    if facts.lead is None and facts.state not in {P.EVALUATED, P.DECIDED, P.STOPPED}:
        yield Missing("lead", _("Find somebody to lead the trial."), consultant(), facts.created, "lead")


def _no_question(facts: PhaseFacts, today: date) -> Iterable[Missing]:
    if not facts.has_question and _planning(facts):
        text = _("Write the question that the trial shall answer.")
        yield Missing("question", text, _lead_of(facts), _eve(facts), "edit")


def _no_site(facts: PhaseFacts, today: date) -> Iterable[Missing]:
    if facts.sites == 0 and facts.state in {P.DRAFT, P.READY, P.RUNNING}:
        yield Missing("sites", _("Choose where it is tried out."), _lead_of(facts), _eve(facts), "sites")


def _no_prediction(facts: PhaseFacts, today: date) -> Iterable[Missing]:
    if facts.locked or facts.without_prediction or facts.state != P.DRAFT:
        return
    if today >= facts.start:
        text = _("Write why there is no prediction; the trial waits for it.")
    elif facts.prediction_lacks:
        text = _("Write the prediction to its end and lock it before day 1.")
    else:
        text = _("Lock the prediction; it is ready.")
    yield Missing("prediction", text, _lead_of(facts), _eve(facts), "prediction")


def _exemption_open(facts: PhaseFacts, today: date) -> Iterable[Missing]:
    texts = {
        E.UNKNOWN: _("Settle whether the trial needs an exemption."),
        E.NEEDED: _("Apply for the exemption."),
        E.APPLIED: _("Follow up the exemption that was applied for."),
        E.REFUSED: _("The exemption was refused: settle what can be tried without it."),
    }
    if facts.exemption in texts and _planning(facts):
        text = texts[E(facts.exemption)]
        yield Missing("exemption", text, _lead_of(facts), _eve(facts), "legal")


def _silent_log(facts: PhaseFacts, today: date) -> Iterable[Missing]:
    if facts.state != P.RUNNING:
        return
    due = max(facts.last_log or facts.start, facts.start) + timedelta(days=QUIET_DAYS)
    if due <= today:
        text = _("Write a line in the log; it has been quiet for three weeks.")
        yield Missing("log", text, _lead_of(facts), due, "log")


def _unmeasured(facts: PhaseFacts, today: date) -> Iterable[Missing]:
    if facts.state != P.EVALUATING:
        return
    due = facts.evaluation_date or facts.end
    for what in facts.unmeasured:
        text = _("Write the figure for “%(what)s”.") % {"what": what}
        yield Missing("figure", text, _lead_of(facts), due, "figures")


RULES: tuple[Callable[[PhaseFacts, date], Iterable[Missing]], ...] = (
    _no_lead,
    _no_question,
    _no_site,
    _no_prediction,
    _exemption_open,
    _silent_log,
    _unmeasured,
)
