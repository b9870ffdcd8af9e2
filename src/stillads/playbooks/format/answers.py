"""From what was sent to typed answers, and from answers to the facts that measures read.

`raw` maps a field's name to the texts sent for it; inside a repeated group the name is `group.0.field`.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from stillads.kernel.rules import Invalid, RuleError, type_reason

from ..questions import Question
from ..questions.base import SCORE, FactType
from ..questions.scales import SCALES
from .conditions import Condition
from .items import Group, Items, Scale, flat

type_raw = Mapping[str, Sequence[str]]
type_answers = dict[str, Any]


def read_answers(items: Items, raw: type_raw) -> type_answers:
    """Typed answers by question key; what is not shown is not kept.

    Raises Invalid with a reason per field's name: unanswered though required, out of bounds, unknown fields.
    """
    answers: type_answers = {}
    errors: dict[str, type_reason] = {}
    for item, conditions in flat(items):
        if not _shown(conditions, answers):
            continue
        if isinstance(item, Group):
            _read_group(item, raw, answers, errors)
        else:
            for question in item.questions if isinstance(item, Scale) else (item,):
                _read_one(question, question.key, raw, answers, errors)
    if unknown := _unknown(items, raw):
        errors.update(dict.fromkeys(unknown, _("The form has been changed. Open it again.")))
    if errors:
        raise Invalid(errors)
    return answers


def _read_one(
    question: Question, name: str, raw: type_raw, answers: type_answers, errors: dict[str, type_reason]
) -> None:
    given = [text.strip() for text in raw.get(name, ()) if text.strip()]
    if not given:
        if question.required:
            errors[name] = _("This has to be answered.")
        return
    try:
        answers[question.key] = question.read(given)
    except RuleError as error:
        errors[name] = error.reason


def _read_group(group: Group, raw: type_raw, answers: type_answers, errors: dict[str, type_reason]) -> None:
    rows: list[type_answers] = []
    for number in _numbers(group, raw):
        row: type_answers = {}
        before = len(errors)
        for question in group.items:
            if _shown((question.show_if,) if question.show_if else (), {**answers, **row}):
                _read_one(question, f"{group.key}.{number}.{question.key}", raw, row, errors)
        if row or len(errors) > before:
            rows.append(row)
    if len(rows) > group.at_most:
        errors[group.key] = _("At most %(n)d can be told here.") % {"n": group.at_most}
    if len(rows) < group.at_least:
        errors[group.key] = _("Tell at least %(n)d.") % {"n": group.at_least}
    if rows:
        answers[group.key] = rows


def _numbers(group: Group, raw: type_raw) -> list[int]:
    """The rows in which anything was written; an empty row is no row."""
    numbers = set()
    for name, texts in raw.items():
        head, _dot, rest = name.partition(".")
        number, _dot, _field = rest.partition(".")
        if head == group.key and number.isdecimal() and int(number) < 1000 and any(t.strip() for t in texts):
            numbers.add(int(number))
    return sorted(numbers)


def _unknown(items: Items, raw: type_raw) -> list[str]:
    known: set[str] = set()
    groups: dict[str, set[str]] = {}
    for item, _conditions in flat(items):
        if isinstance(item, Group):
            groups[item.key] = {question.key for question in item.items}
        else:
            known |= {q.key for q in item.questions} if isinstance(item, Scale) else {item.key}
    found = []
    for name in raw:
        head, _dot, rest = name.partition(".")
        field = rest.partition(".")[2]
        if name not in known and not (head in groups and field in groups[head]):
            found.append(name)
    return found


def _shown(conditions: Sequence[Condition], answers: Mapping[str, Any]) -> bool:
    return all(condition.holds(answers) for condition in conditions)


def facts_of(items: Items, answers: Mapping[str, Any]) -> type_answers:
    """What measures can read: each question's facts, a scale's score, how many rows a group has."""
    facts: type_answers = {}
    for item, _conditions in flat(items):
        if isinstance(item, Group):
            facts[item.key] = len(answers.get(item.key, ()))
        elif isinstance(item, Scale):
            points = [answers.get(question.key) for question in item.questions]
            facts |= {q.key: point for q, point in zip(item.questions, points, strict=True) if point}
            if (score := SCALES[item.scale].score(points)) is not None:
                facts[item.key] = score
        elif item.key in answers:
            facts |= item.facts(answers[item.key])
    return facts


def scores_of(items: Items, answers: Mapping[str, Any]) -> type_answers:
    """What score measures read in place of the answer: the score of an option, a scale turned round.

    Under names that no author can use, beside the facts: nothing else reads them.
    """
    scores: type_answers = {}
    for item, _conditions in flat(items):
        if not isinstance(item, Group | Scale) and item.key in answers:
            score = item.score(answers[item.key])
            if score is not None:
                scores[f"{item.key}{SCORE}"] = score
    return scores


def fact_types(items: Items) -> dict[str, FactType]:
    """Every fact that `facts_of` can give, with its type; also what a misspelt measure is compared with."""
    types: dict[str, FactType] = {}
    for item, _conditions in flat(items):
        if isinstance(item, Group):
            types[item.key] = "number"
        elif isinstance(item, Scale):
            types |= dict.fromkeys((*(question.key for question in item.questions), item.key), "number")
        else:
            types |= item.fact_types()
    return types


def said(items: Items, answers: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The answers in words, (question, answer) in the form's order; what was not answered is left out."""
    lines: list[tuple[str, str]] = []
    for item, _conditions in flat(items):
        if isinstance(item, Group):
            for row in answers.get(item.key, ()):
                lines += [(q.text, q.say(row[q.key])) for q in item.items if q.key in row]
        else:
            questions = item.questions if isinstance(item, Scale) else (item,)
            lines += [(q.text, q.say(answers[q.key])) for q in questions if q.key in answers]
    return lines
