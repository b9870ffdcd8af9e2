"""What a form is made of: questions, sections, repeated groups, and whole scales."""

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from ..questions import Question, question_kinds
from ..questions.likert import Likert
from ..questions.scales import SCALES
from .base import Key, Kinded, Line, OptionalText, one_of
from .conditions import Condition

ShortKey = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,54}$")]
"""A key with room for the numbers of the items behind it."""


class Scale(Kinded):
    """A standard scale: its items are asked one under another, its score is a fact under `key`."""

    kind: Literal["scale"] = "scale"
    key: ShortKey
    scale: str
    required: bool = False
    show_if: Condition | None = None

    @model_validator(mode="after")
    def _known(self) -> Self:
        if self.scale not in SCALES:
            raise ValueError("unknown_scored_scale")
        return self

    @cached_property
    def questions(self) -> tuple[Likert, ...]:
        """The items as questions `key_1`, `key_2`, …"""
        scale = SCALES[self.scale]
        return tuple(
            Likert(
                key=f"{self.key}_{number}",
                text=text,
                points=scale.points,
                dont_know=False,
                required=self.required,
                show_if=self.show_if,
            )
            for number, text in enumerate(scale.items, start=1)
        )


if TYPE_CHECKING:
    AnyQuestion = Question
else:
    AnyQuestion = Annotated[one_of(question_kinds().values()), Field(discriminator="kind")]


class Group(Kinded):
    """Questions that are answered as many times as there is something to tell."""

    kind: Literal["group"] = "group"
    key: Key
    title: Line
    help: OptionalText = ""
    at_least: int = Field(default=0, ge=0, le=20)
    at_most: int = Field(default=5, ge=1, le=50)
    show_if: Condition | None = None
    items: tuple[AnyQuestion, ...] = Field(min_length=1, max_length=20)


if TYPE_CHECKING:
    Inner = Question | Scale | Group
else:
    Inner = Annotated[one_of((*question_kinds().values(), Scale, Group)), Field(discriminator="kind")]


class Section(Kinded):
    """Questions under a heading, shown on a page of their own on a phone."""

    kind: Literal["section"] = "section"
    title: Line
    help: OptionalText = ""
    show_if: Condition | None = None
    items: tuple[Inner, ...] = Field(min_length=1, max_length=60)


if TYPE_CHECKING:
    Item = Question | Scale | Group | Section
else:
    Item = Annotated[one_of((*question_kinds().values(), Scale, Group, Section)), Field(discriminator="kind")]

Items = tuple[Item, ...]


def questions_in(items: Items) -> Iterator[Question]:
    """Every question that stands by itself or in a scale; those of a group are answered many times."""
    for item, _conditions in flat(items):
        if isinstance(item, Scale):
            yield from item.questions
        elif not isinstance(item, Group):
            yield item


def flat(items: Items) -> Iterator[tuple[Question | Scale | Group, tuple[Condition, ...]]]:
    """Questions, scales and groups in order, each with the conditions under which it is shown."""
    for item in items:
        own = (item.show_if,) if item.show_if else ()
        if isinstance(item, Section):
            for inner, conditions in flat(item.items):
                yield inner, (*own, *conditions)
        else:
            yield item, own


def kinds_asked(items: Items) -> frozenset[str]:
    """The kinds of question that are asked anywhere in a form, in repeated groups too."""
    kinds: set[str] = set()
    for item, _conditions in flat(items):
        if isinstance(item, Group):
            kinds |= {question.kind for question in item.items}
        elif not isinstance(item, Scale):
            kinds.add(item.kind)
    return frozenset(kinds)
