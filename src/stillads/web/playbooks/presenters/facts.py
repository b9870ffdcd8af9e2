"""What can be asked about: the facts of a form or of a whole instrument, with their answers, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from stillads.playbooks.checks.known import facts_of_instrument
from stillads.playbooks.format.items import Group, Items, Scale, flat, questions_in
from stillads.playbooks.kinds import InstrumentDefinition
from stillads.playbooks.kinds.case import Case
from stillads.playbooks.questions import Question
from stillads.playbooks.questions.options import Chosen
from stillads.playbooks.questions.scales import SCALES
from stillads.playbooks.questions.standard import STANDARD_LISTS

from .measures import questions_of, value_said
from .words import WEEKDAYS

_MANY: Final = 12
_OWN: Final[Mapping[str, Any]] = {
    "weekday": lazy("The day of the week"), "hour": lazy("The hour of the day"), "form": lazy("The form"),
    "who_answered": lazy("Who answered"), "event": lazy("What was tapped"), "started_on": lazy("It began on"),
    "ended_on": lazy("It ended on"), "outcome": lazy("How it ended"), "cancelled": lazy("Why it was called off"),
    "step": lazy("The step"), "spoken": lazy("Handed over by word of mouth"), "handovers": lazy("Hand-overs"),
    "arrived": lazy("How they came"), "waited_minutes": lazy("Minutes waited"),
    "served_minutes": lazy("Minutes helped"), "lent_on": lazy("Lent on"), "returned_on": lazy("Returned on"),
    "overdue_days": lazy("Days overdue"), "planned_minutes": lazy("Minutes planned"),
    "points": lazy("Points on the agenda"), "balance": lazy("What is left"), "heard_on": lazy("Heard on"),
    "acted_on": lazy("Acted on"), "told_on": lazy("Told back on"), "state": lazy("How far the wish is"),
    "version": lazy("The version of the plan"), "fields_filled": lazy("How many headings are filled in"),
}  # fmt: skip
_ANSWERS: Final[Mapping[str, Any]] = {
    "heard": lazy("heard"), "acted": lazy("acted on"), "told": lazy("told back"), "closed": lazy("closed"),
    "booked": lazy("booked"), "walked_in": lazy("walked in"), "hospital": lazy("from the hospital"),
    "yes": lazy("Yes"), "no": lazy("No"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """A fact: its key, its words, its type, and the answers that can be chosen (key and words).

    ends  can a figure be split by it: are its answers known beforehand?
    """

    key: str
    words: str
    type: str
    answers: tuple[tuple[str, str], ...]
    ends: bool


def facts_asked(items: Items) -> list[Told]:
    """The questions of a form, each as a fact."""
    return [_of_question(question) for question in questions_in(items)]


def facts_told(made: InstrumentDefinition) -> list[Told]:
    """Everything that measures can read of the instrument: what is asked, and what it finds by itself."""
    asked, titles = questions_of(made), _titles(made)
    found = []
    for key, fact in facts_of_instrument(made).items():
        if key.endswith("_said") and key.removesuffix("_said") in asked:
            continue  # the same question, with „ved ikke“ as an answer
        if key in asked:
            found.append(_of_question(asked[key]))
            continue
        values = sorted(fact.values or ()) if len(fact.values or ()) <= _MANY else []
        answers = tuple((value, _value(key, value, made)) for value in values)
        ends = fact.values is not None or fact.type == "reference"
        found.append(Told(key, titles.get(key) or key, fact.type, answers, ends))
    return found


def forms_told(made: InstrumentDefinition) -> list[tuple[str, str]]:
    """The forms of the instrument: key and words."""
    return [(key, _form(key, made)) for key in made.forms()]


def _of_question(question: Question) -> Told:
    keys = [option.key for option in question.choices] if isinstance(question, Chosen) else None
    values = (keys if keys is not None else sorted(question.values() or ()))[:_MANY]
    answers = tuple((key, value_said(key, question)) for key in values)
    ends = question.values() is not None or question.fact == "reference"
    return Told(question.key, question.text, question.fact, answers, ends)


def _titles(made: InstrumentDefinition) -> dict[str, str]:
    found = {key: str(words) for key, words in _OWN.items()}
    for items in made.forms().values():
        for item, _conditions in flat(items):
            if isinstance(item, Scale):
                found[item.key] = SCALES[item.scale].title
            elif isinstance(item, Group):
                found[item.key] = item.title
    if isinstance(made, Case):
        found |= {f"{step.key}_on": _("“%(step)s” was done on") % {"step": step.title} for step in made.steps}
    return found


def _value(fact: str, value: str, made: InstrumentDefinition) -> str:
    if fact == "weekday":
        return str(dict(WEEKDAYS)[value])
    if fact == "form":
        return _form(value, made)
    if fact == "who_answered":
        return {key: words for key, words, _score in STANDARD_LISTS["who_answered"]}[value]
    if isinstance(made, Case) and fact in {"outcome", "step"}:
        rows = made.outcomes if fact == "outcome" else made.steps
        return {row.key: row.title for row in rows}.get(value, value)
    return str(_ANSWERS.get(value, value))


def _form(key: str, made: InstrumentDefinition) -> str:
    from ..preview import form_title

    return form_title(made, key) or made.title
