"""What is filled in beforehand is an answer that could be given."""

from collections.abc import Iterator
from decimal import Decimal

from ..questions.multiple_choice import MultipleChoice
from ..questions.number import Money, Number
from ..questions.single_choice import SingleChoice
from .base import Draft, Fault, Path, check, parts_within


@check
def defaults(draft: Draft) -> Iterator[Fault]:
    """Options that there are, numbers within their bounds."""
    for number, instrument in draft.instruments.items():
        for path, part in parts_within(("instruments", number), instrument):
            if isinstance(part, SingleChoice):
                said = (part.default,) if part.default is not None else ()
                yield from _options(part, said, path)
            elif isinstance(part, MultipleChoice):
                yield from _options(part, part.default, path)
            elif isinstance(part, Number | Money):
                yield from _bounds(part.default, part.at_least, part.at_most, path)


def _options(question: SingleChoice | MultipleChoice, said: tuple[str, ...], path: Path) -> Iterator[Fault]:
    known = tuple(option.key for option in question.choices)
    for each in said:
        if each not in known:
            yield Fault((*path, "default"), "unknown_value", {"said": each}, known)


def _bounds(said: Decimal | None, low: Decimal | None, high: Decimal | None, path: Path) -> Iterator[Fault]:
    below = said is not None and low is not None and said < low
    above = said is not None and high is not None and said > high
    if below or above:
        yield Fault((*path, "default"), "default_out_of_bounds")
