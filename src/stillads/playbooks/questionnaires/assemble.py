"""From the tree of a file to the items of a form: sections are flat, groups hold questions alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from django.utils.translation import gettext as _

from ..format.conditions import Condition
from ..format.items import Group, Inner, Item, Scale, Section
from ..questions import Question
from .conditions import Conditions, all_of
from .logic.names import Names
from .pruning import prune
from .refusals import Unreadable
from .report import FormReport
from .result import Questionnaire
from .told import Place, Texts
from .tree import Asked, Block, Part, Told

_IN_SECTION: Final = 60


def assemble(root: Block, names: Names, report: FormReport) -> Questionnaire:
    """The questionnaire of a tree, with everything that was lost on the way in its report.

    Raises Unreadable where nothing in the file can be asked.
    """
    prune(root, names)
    assembler = _Assembler(Conditions(names, report))
    assembler.walk(root.parts, assembler.top, None)
    assembler.texts.finish()
    items = tuple(_items(assembler.placed))
    if not items:
        raise Unreadable(_("There is no question in the file that can be asked here."))
    intro, thanks = assembler.texts.intro, assembler.texts.thanks
    return Questionnaire(report.title, intro, thanks, items, report)


@dataclass(frozen=True, slots=True)
class _Placed:
    place: Place
    item: Inner


class _Assembler:
    def __init__(self, conditions: Conditions) -> None:
        self.top = Place()
        self.texts = Texts()
        self.placed: list[_Placed] = []
        self._conditions = conditions

    def walk(self, parts: Sequence[Part], place: Place, pushed: Condition | None) -> None:
        """`pushed` is the condition of blocks without a title, which their questions carry."""
        for part in parts:
            when = all_of([pushed, self._conditions.of(part, "")])
            if isinstance(part, Told):
                self.texts.tell(part, place, when)
            elif isinstance(part, Asked):
                self._put(place, self.texts.beside(_asked(part, when), place, when))
            else:
                self._block(part, place, when)

    def _put(self, place: Place, item: Inner) -> None:
        place.begun = True
        self.placed.append(_Placed(place, item))

    def _block(self, block: Block, place: Place, when: Condition | None) -> None:
        if block.repeated:
            if group := self._group(block, when):
                self._put(place, group)
        elif block.title:
            self.texts.finish_before(place)
            self.top.begun = True
            inner = Place(block.title, block.help, all_of([place.when, when]))
            self.walk(block.parts, inner, None)
            self.texts.lose_waiting()
        else:
            self.walk(block.parts, place, when)

    def _group(self, block: Block, when: Condition | None) -> Group | None:
        place = Place(block.title, block.help)
        questions = tuple(self._inside(block.parts, block.key, place, None))
        self.texts.lose_waiting()
        if not questions:
            return None
        return Group(
            key=block.key,
            title=block.title,
            help=place.help,
            at_least=block.at_least,
            at_most=block.at_most,
            show_if=when,
            items=questions,
        )

    def _inside(
        self, parts: Sequence[Part], group: str, place: Place, pushed: Condition | None
    ) -> Iterator[Question]:
        for part in parts:
            when = all_of([pushed, self._conditions.of(part, group)])
            if isinstance(part, Block):
                yield from self._inside(part.parts, group, place, when)
            elif isinstance(part, Told):
                self.texts.tell(part, place, when)
            elif not isinstance(asked := _asked(part, when), Scale):
                yield self.texts.beside(asked, place, when)
                place.begun = True


def _asked(part: Asked, when: Condition | None) -> Question | Scale:
    part.field.became.append(part.item.kind)
    part.field.keys.append(part.item.key)
    return part.item.model_copy(update={"show_if": when}) if when is not None else part.item


def _items(placed: list[_Placed]) -> Iterator[Item]:
    told: set[int] = set()
    for _place, run in groupby(placed, key=lambda each: id(each.place)):
        each = list(run)
        place, items = each[0].place, [one.item for one in each]
        if not place.title:
            yield from items
            continue
        help_text = "" if id(place) in told else place.help
        told.add(id(place))
        yield from _sections(place, help_text, items)


def _sections(place: Place, help_text: str, items: list[Inner]) -> Iterator[Section]:
    for number, start in enumerate(range(0, len(items), _IN_SECTION), start=1):
        title = place.title if number == 1 else f"{place.title[:190]} ({number})"
        yield Section(
            title=title,
            help=help_text if number == 1 else "",
            show_if=place.when,
            items=tuple(items[start : start + _IN_SECTION]),
        )
