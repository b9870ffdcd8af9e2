"""Sheets as a grid: what is typed in a cell, and the texts that the reader of answers knows.

On paper each answer has a number, and the number is what is typed: `2`, or `1 3` where several are ticked; `0` is
*ved ikke*. What can be told several times (a group) has as many places on the sheet as columns in the grid.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from stillads.playbooks.format.items import Group, Items, Scale, flat
from stillads.playbooks.kinds.survey import WHO_ANSWERED
from stillads.playbooks.questions import Question
from stillads.playbooks.questions.likert import Likert
from stillads.playbooks.questions.options import Chosen
from stillads.playbooks.questions.smiley import Smiley
from stillads.playbooks.questions.standard import DONT_KNOW, DONT_KNOW_TEXT

CODE = "code"
_SPLIT = re.compile(r"[\s,;.+]+")
_ROWS = 3  # so many times a sheet has room for what can be told several times


@dataclass(frozen=True, slots=True)
class Column:
    """One question of the grid: `legend` says what the numbers stand for.

    name   the field's name, as the reader of answers knows it (`falls.0.where` in a group)
    group  key of the group that the question is the first one of; what is wrong with the whole of it stands there
    again  another place for the same question of a group: its numbers mean the same
    """

    question: Question
    legend: tuple[tuple[str, str], ...]
    name: str
    title: str
    group: str = ""
    again: bool = False

    @property
    def hint(self) -> str:
        """Which numbers there are: `1–5, 0`."""
        numbers = [number for number, _words in self.legend if number != "0"]
        if not numbers:
            return ""
        return f"{numbers[0]}–{numbers[-1]}" + (", 0" if len(numbers) < len(self.legend) else "")

    @property
    def wide(self) -> bool:
        """Words are typed, not a number."""
        return not self.legend


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one cell, and what is wrong with it."""

    column: Column | None
    name: str
    label: str
    value: str
    error: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the grid as it was typed."""

    number: int
    texts: Mapping[str, str] = field(default_factory=dict)

    @property
    def empty(self) -> bool:
        """Nothing was typed."""
        return not any(text.strip() for text in self.texts.values())


def columns(items: Items, *, asks_who: bool) -> list[Column]:
    """The questions in the sheet's order; those of a group once for each place that the sheet has for it."""
    found = [_column(WHO_ANSWERED)] if asks_who else []
    for item, _conditions in flat(items):
        if isinstance(item, Group):
            found += _of_group(item)
        else:
            found += [
                _column(question) for question in (item.questions if isinstance(item, Scale) else (item,))
            ]
    return found


def rows_on_paper(group: Group) -> int:
    """How many times a sheet has room for what can be told several times."""
    return min(group.at_most, max(group.at_least, _ROWS))


def nth(group: Group, number: int) -> str:
    """What the n-th place for it is called: `Fald 2`."""
    return f"{group.title} {number + 1}"


def _of_group(group: Group) -> list[Column]:
    return [
        Column(
            question,
            tuple(numbered(question)),
            name=f"{group.key}.{number}.{question.key}",
            title=f"{nth(group, number)}: {question.text}",
            group=group.key if question is group.items[0] and number == 0 else "",
            again=number > 0,
        )
        for number in range(rows_on_paper(group))
        for question in group.items
    ]


def _column(question: Question) -> Column:
    return Column(question, tuple(numbered(question)), question.key, question.text)


def numbered(question: Question) -> list[tuple[str, str]]:
    """(number, words) of the answers of a question, as they are printed; none where words are written."""
    if isinstance(question, Chosen):
        return [(str(n), option.text) for n, option in enumerate(question.choices, start=1)]
    if isinstance(question, Likert):
        points = [(str(n), words) for n, words in enumerate(question.labels, start=1)]
        return [*points, ("0", DONT_KNOW_TEXT)] if question.dont_know else points
    if isinstance(question, Smiley):
        return [(str(n), words) for n, words in enumerate(question.points, start=1)]
    return []


def raw_of(question: Question, text: str) -> list[str]:
    """What was typed as the reader of answers wants it. A number that is none stays as it is and is refused there."""
    tidy = text.strip()
    if not tidy:
        return []
    if isinstance(question, Chosen):
        keys = [option.key for option in question.choices]
        several = [part for part in _SPLIT.split(tidy) if part]
        return [keys[int(n) - 1] if n.isdecimal() and 0 < int(n) <= len(keys) else n for n in several]
    if isinstance(question, Likert) and tidy == "0":
        return [DONT_KNOW]
    return [tidy]


def lines_of(data: Mapping[str, str], asked: Sequence[Column], rows: int) -> list[Line]:
    """The rows that were sent: fields are named `3.code`, `3.mood`."""
    names = [CODE, *(column.name for column in asked)]
    return [
        Line(number, {name: str(data.get(f"{number}.{name}", ""))[:4000] for name in names})
        for number in range(rows)
    ]


def cells(line: Line, asked: Sequence[Column], errors: Mapping[str, object]) -> list[Cell]:
    """The row as it is shown: the code first."""
    place = line.number + 1
    head = Cell(
        None, f"{line.number}.{CODE}", _("Row %(n)d: the code of the sheet") % {"n": place},
        line.texts.get(CODE, ""), str(errors.get(CODE, "")),
    )  # fmt: skip
    rest = [
        Cell(
            column,
            f"{line.number}.{column.name}",
            _("Row %(n)d: %(question)s") % {"n": place, "question": column.title},
            line.texts.get(column.name, ""),
            _reason(
                column, line.texts.get(column.name, ""), errors.get(column.name) or errors.get(column.group)
            ),
        )
        for column in asked
    ]
    return [head, *rest]


def _reason(column: Column, typed: str, reason: object) -> str:
    """What is wrong with a cell. Where a number was meant, the numbers there are say it best."""
    if reason and column.legend and typed.strip():
        return _("Write one of the sheet's numbers: %(numbers)s.") % {"numbers": column.hint}
    return str(reason or "")
