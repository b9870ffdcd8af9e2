"""One question at a time: the steps of a survey, and which of them are shown after what was answered."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from stillads.kernel.rules import Invalid, RuleError
from stillads.playbooks.format.answers import read_answers, said
from stillads.playbooks.format.conditions import Condition
from stillads.playbooks.format.items import Group, Items, Scale, Section
from stillads.playbooks.kinds.survey import WHO_ANSWERED
from stillads.playbooks.questions import Question
from stillads.playbooks.questions.options import Option
from stillads.playbooks.questions.scales import SCALES
from stillads.playbooks.questions.single_choice import SingleChoice

WHO: Final = WHO_ANSWERED.key

OWN_WORDS: Final = {
    "self": _("I answer on my own"),
    "with_staff": _("I get help from one who works here"),
    "with_relative": _("I get help from a relative"),
    "relative": _("I am a relative and answer alone"),
}
"""`WHO_ANSWERED` as the one who answers would say it."""


@dataclass(frozen=True, slots=True)
class Step:
    """One page: a question (or a group of them) under its section's heading, and when it is shown."""

    number: int
    item: Question | Group
    heading: str
    conditions: tuple[Condition, ...]

    @property
    def names(self) -> frozenset[str]:
        """The field names that belong to it, up to the dot of a repeated group."""
        return frozenset({self.item.key})

    @property
    def question(self) -> str:
        """What is asked."""
        return self.item.title if isinstance(self.item, Group) else self.item.text

    def owns(self, name: str) -> bool:
        """Is `name` a field of this step?"""
        return name.partition(".")[0] == self.item.key


def steps_of(items: Items, *, asks_who: bool) -> list[Step]:
    """Every step there can be, numbered from 1; who answers comes first."""
    found: list[type_found] = [("", who_question(), ())] if asks_who else []
    found += list(_walk(items, "", ()))
    return [
        Step(number, item.model_copy(update={"show_if": None}), heading, conditions)
        for number, (heading, item, conditions) in enumerate(found, start=1)
    ]


def who_question() -> Question:
    """Who answers, in the answerer's own words."""
    options = tuple(Option(key=key, text=str(text)) for key, text in OWN_WORDS.items())
    return SingleChoice(key=WHO, text=str(_("Who answers?")), options=options, required=True)


type_found = tuple[str, Question | Group, tuple[Condition, ...]]


def _walk(items: Sequence[Any], heading: str, conditions: tuple[Condition, ...]) -> Iterator[type_found]:
    for item in items:
        own = (*conditions, item.show_if) if item.show_if else conditions
        if isinstance(item, Section):
            yield from _walk(item.items, item.title, own)
        elif isinstance(item, Scale):
            for question in item.questions:
                yield SCALES[item.scale].intro, question, own
        else:
            yield heading, item, own


def shown(steps: Sequence[Step], raw: Mapping[str, Sequence[str]]) -> list[Step]:
    """The steps that are shown, given what has been answered up to now."""
    answers: dict[str, Any] = {}
    found = []
    for step in steps:
        if not all(condition.holds(answers) for condition in step.conditions):
            continue
        found.append(step)
        value = _typed(step, raw)
        if value is not None:
            answers[step.item.key] = value
    return found


def told(step: Step, raw: Mapping[str, Sequence[str]]) -> str:
    """What was answered at a step, in words; empty where nothing was."""
    own = {name: texts for name, texts in raw.items() if step.owns(name)}
    try:
        answers = read_answers((step.item,), own)
    except Invalid:
        return ""
    return ", ".join(words for _question, words in said((step.item,), answers))


def _typed(step: Step, raw: Mapping[str, Sequence[str]]) -> Any:
    given = [text.strip() for text in raw.get(step.item.key, ()) if text.strip()]
    if not given or isinstance(step.item, Group):
        return None
    try:
        return step.item.read(given)
    except RuleError:
        return None
