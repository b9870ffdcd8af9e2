"""enableWhen: a condition as rows, and rows as terms."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final, Literal

from pydantic import ValidationError

from ...format.canonical import canonical, parts_of
from ...format.conditions import Condition
from ...questions import Question
from ..logic.comparisons import number_or_none
from ..logic.said import tests
from ..refusals import CannotSay
from .choices import system_of
from .extensions import CONDITION, extend, number, text_extension, type_item

_CODED: Final = frozenset({"single_choice", "multiple_choice", "likert", "smiley"})
_COUNTED: Final = frozenset({"number", "money", "duration"})
_ANSWERS: Final = {"short_text": "answerString", "long_text": "answerString", "date": "answerDate"}
_MOST_ROWS: Final = 60


@dataclass(frozen=True, slots=True)
class Link:
    """A question, and the linkId that it has in the resource."""

    link_id: str
    question: Question


type_known = Mapping[str, Link]
"""The questions that a condition may look at, by their key."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows that must all hold, or any of them; one row is both."""

    rows: tuple[type_item, ...]
    behaviour: Literal["all", "any"]

    def fits(self, behaviour: str) -> bool:
        """Can they stand among others of that behaviour?"""
        return len(self.rows) == 1 or self.behaviour == behaviour


def put_condition(item: type_item, condition: Condition | None, known: type_known) -> bool:
    """Writes it as enableWhen, and in full where that does not say all of it. False: FHIR shows it always."""
    if condition is None:
        return True
    rows = rows_of(condition, known)
    if rows is not None:
        item["enableWhen"] = [dict(row) for row in rows.rows]
        if len(rows.rows) > 1:
            item["enableBehavior"] = rows.behaviour
    extend(item, CONDITION, valueString=canonical(parts_of(condition)))
    return rows is not None


def rows_of(condition: Condition, known: type_known) -> Rows | None:
    """The rows that say it; None where enableWhen cannot."""
    for name, behaviour in (("all_", "all"), ("any_", "any")):
        if parts := getattr(condition, name):
            inner = [rows_of(part, known) for part in parts]
            if all(each is not None and each.fits(behaviour) for each in inner):
                return _limited([row for each in inner if each for row in each.rows], behaviour)
            return None
    link = known.get(condition.question or "")
    return _tests(condition, link) if link is not None else None


def _tests(condition: Condition, link: Link) -> Rows | None:
    try:
        if tests(condition) == {"is_"}:
            rows = [_row(link, "=", said) for said in condition.is_]
            return _limited(rows, "any")
        if len(condition.is_) > 1:
            return None
        return _limited(list(_each(condition, link)), "all")
    except CannotSay:
        return None


def _limited(rows: list[type_item], behaviour: Any) -> Rows | None:
    return Rows(tuple(rows), behaviour) if 0 < len(rows) <= _MOST_ROWS else None


def _each(condition: Condition, link: Link) -> Iterator[type_item]:
    for said in condition.is_:
        yield _row(link, "=", said)
    for said in condition.is_not:
        yield _row(link, "!=", said)
    if condition.at_least is not None:
        yield _row(link, ">=", str(condition.at_least))
    if condition.at_most is not None:
        yield _row(link, "<=", str(condition.at_most))
    if condition.answered is not None:
        yield {"question": link.link_id, "operator": "exists", "answerBoolean": condition.answered}


def _row(link: Link, operator: str, said: str) -> type_item:
    return {"question": link.link_id, "operator": operator, **_answer(link.question, operator, said)}


def _answer(question: Question, operator: str, said: str) -> type_item:
    ordered = operator in (">=", "<=")
    if question.kind in _COUNTED:
        return _number(question, said)
    if question.kind in _CODED and not ordered:
        return {"answerCoding": {"system": system_of(question), "code": said}}
    if question.kind in _ANSWERS and said and not ordered:
        return {_ANSWERS[question.kind]: said}
    raise CannotSay("")


def _number(question: Question, said: str) -> type_item:
    value = number_or_none(said)
    if value is None:
        raise CannotSay("")
    whole = value == value.to_integral_value() and abs(value) < Decimal(2**31)
    if whole and getattr(question, "decimals", 0) == 0:
        return {"answerInteger": int(value)}
    return {"answerDecimal": number(value)}


def own_condition(item: type_item, known: type_known) -> Condition | None:
    """The full condition of an item of our own, unless somebody has changed its enableWhen since."""
    said = text_extension(item, CONDITION)
    if not said:
        return None
    try:
        condition = Condition.model_validate(json.loads(said))
    except (ValueError, RecursionError, ValidationError):
        return None
    if any(key not in known for key, _values in condition.questions()):
        return None
    bare: type_item = {}
    put_condition(bare, condition, known)
    written = json.loads(json.dumps(bare), parse_float=Decimal)  # numbers as the file's were read
    same = all(written.get(name) == item.get(name) for name in ("enableWhen", "enableBehavior"))
    return condition if same else None
