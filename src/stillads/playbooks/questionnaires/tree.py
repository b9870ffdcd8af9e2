"""A questionnaire on its way in: what is asked, what is only told, and blocks of both.

Every reader makes such a tree; `assemble` makes items of it. Conditions are still the file's own terms.
"""

from dataclasses import dataclass, field

from ..format.conditions import Condition
from ..format.items import Scale
from ..questions import Question
from .logic.terms import Term
from .report import Field

Shown = Term | Condition | None
"""When something is shown: the file's own terms, a condition that is one already, or always."""


@dataclass(slots=True)
class Asked:
    """A field that became a question (or a whole scale). `order` is its place among all fields."""

    field: Field
    item: Question | Scale
    order: int
    when: Shown = None


@dataclass(slots=True)
class Told:
    """A text between the questions."""

    field: Field
    text: str
    order: int
    when: Shown = None


@dataclass(slots=True)
class Block:
    """Several of them. Without a title it only carries its condition; `repeated` makes a group of it.

    place   where the file begins it, for the report
    """

    place: str
    title: str = ""
    help: str = ""
    key: str = ""
    repeated: bool = False
    at_least: int = 0
    at_most: int = 5
    order: int = 0
    when: Shown = None
    parts: list["Part"] = field(default_factory=list)


Part = Asked | Told | Block


def fields_in(part: Part) -> list[Field]:
    """Every field in it."""
    if isinstance(part, Block):
        return [each for inner in part.parts for each in fields_in(inner)]
    return [part.field]
