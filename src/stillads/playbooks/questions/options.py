"""Answers to choose among: written out in the question, or a standard list by its name."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Annotated, Any, Self

from django.utils.translation import gettext_lazy as _
from pydantic import AfterValidator, Field, model_validator

from stillads.kernel.rules import RuleError

from ..format.base import Key, Line, OptionalText, Part
from .standard import STANDARD_LISTS


class Option(Part):
    """One answer. `score` is what a score measure adds for it."""

    key: Key
    text: Line
    score: int | None = None
    help: OptionalText = ""


def _each_once(options: tuple[Option, ...]) -> tuple[Option, ...]:
    keys = [option.key for option in options]
    if len(keys) != len(set(keys)):
        raise ValueError("option_twice")
    return options


Options = Annotated[tuple[Option, ...], AfterValidator(_each_once)]
"""Answers to choose among; no key twice."""


class Chosen(Part):
    """Mixed into questions with options: `options` or the name of a `standard` list."""

    options: Options = Field(default=(), max_length=60)
    standard: str = ""

    @model_validator(mode="after")
    def _one_of_them(self) -> Self:
        if self.standard and self.standard not in STANDARD_LISTS:
            raise ValueError("unknown_list")
        if bool(self.standard) == bool(self.options):
            raise ValueError("options_or_list")
        return self

    @property
    def choices(self) -> tuple[Option, ...]:
        """The options in their order, wherever they stand."""
        return self.options or _of_list(self.standard)

    def chosen(self, key: str) -> Option:
        """The option `key`; RuleError where there is none."""
        for option in self.choices:
            if option.key == key:
                return option
        raise RuleError(_("Choose one of the answers on the list."))

    def scored(self, chosen: Sequence[str]) -> int | None:
        """The scores of the chosen options together; None where one of them has none."""
        points = {option.key: option.score for option in self.choices}
        found = [points.get(each) for each in chosen]
        known = [point for point in found if point is not None]
        return sum(known) if found and len(known) == len(found) else None

    def texts(self) -> Mapping[str, str]:
        """Option key → words."""
        return {option.key: option.text for option in self.choices}


@cache
def _of_list(name: str) -> tuple[Option, ...]:
    return tuple(Option(key=key, text=text, score=score) for key, text, score in STANDARD_LISTS[name])


def keys_of(made: Any) -> frozenset[str]:
    """The keys that may be chosen."""
    return frozenset(option.key for option in made.choices)
