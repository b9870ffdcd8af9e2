"""Conditions over answers: when a question is shown, which registrations a measure counts.

    {question: reason, is: [medicine, other]}      {question: minutes, at_least: 10}
    {question: comment, answered: true}            {all: […]}   {any: […]}   {none: […]}

No expression language: what cannot be said so is a new question.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any, Self

from pydantic import Field, field_validator, model_validator

from .base import Key, Part

_TESTS = ("is_", "is_not", "at_least", "at_most", "answered")
_GROUPS = ("all_", "any_", "none_")


class Condition(Part):
    """Either one test of one question, or a group of conditions.

    An unanswered question fulfils no test but `answered: false` and `is_not`.
    """

    model_config = Part.model_config | {"validate_by_name": True, "serialize_by_alias": True}

    question: Key | None = None
    is_: tuple[str, ...] = Field(default=(), alias="is")
    is_not: tuple[str, ...] = ()
    at_least: Decimal | None = None
    at_most: Decimal | None = None
    answered: bool | None = None
    all_: tuple["Condition", ...] = Field(default=(), alias="all")
    any_: tuple["Condition", ...] = Field(default=(), alias="any")
    none_: tuple["Condition", ...] = Field(default=(), alias="none")

    @field_validator("is_", "is_not", mode="before")
    @classmethod
    def _one_or_more(cls, said: Any) -> Any:
        one = [said] if isinstance(said, str | int | bool) else said
        return [_as_text(each) for each in one] if isinstance(one, Sequence) else one

    @model_validator(mode="after")
    def _one_thing(self) -> Self:
        said = [name for name in (*_TESTS, *_GROUPS) if getattr(self, name) not in (None, ())]
        groups = [name for name in said if name in _GROUPS]
        whole = len(groups) == 1 and len(said) == 1 and self.question is None
        test = not groups and len(said) >= 1 and self.question is not None
        if not (whole or test):
            raise ValueError("condition_shape")
        return self

    def questions(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Every question that is tested, with the values that it is compared to."""
        if self.question is not None:
            yield self.question, (*self.is_, *self.is_not)
        for inner in (*self.all_, *self.any_, *self.none_):
            yield from inner.questions()

    def holds(self, facts: Mapping[str, Any]) -> bool:
        """Is it fulfilled by the answers (or facts) given by question key?"""
        if self.all_:
            return all(inner.holds(facts) for inner in self.all_)
        if self.any_:
            return any(inner.holds(facts) for inner in self.any_)
        if self.none_:
            return not any(inner.holds(facts) for inner in self.none_)
        return self._tested(facts.get(self.question or ""))

    def _tested(self, value: Any) -> bool:
        given = value not in (None, "", [], ())
        texts = {_as_text(each) for each in value} if isinstance(value, list | tuple) else {_as_text(value)}
        verdicts = [
            self.answered is None or given == self.answered,
            not self.is_ or (given and bool(texts & set(self.is_))),
            not self.is_not or not (given and texts & set(self.is_not)),
            self.at_least is None or _compared(value, self.at_least) >= 0,
            self.at_most is None or -1 <= _compared(value, self.at_most, missing=2) <= 0,
        ]
        return all(verdicts)


def _as_text(value: Any) -> str:
    return ("no", "yes")[value] if isinstance(value, bool) else str(value)


def _compared(value: Any, bound: Decimal, missing: int = -2) -> int:
    """-1, 0 or 1 as the answer is below, at or above the bound; `missing` where it is no number."""
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return missing
    return (number > bound) - (number < bound) if number.is_finite() else missing
