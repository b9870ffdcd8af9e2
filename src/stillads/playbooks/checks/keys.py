"""No key twice: among the parts of the playbook, in a form, among the lines of a catalogue."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from ..format.items import Group, Items, Scale, flat
from ..kinds import InstrumentDefinition
from .base import Draft, Fault, Path, check, parts_within
from .known import entry_facts

_LISTS: Final[tuple[Path, ...]] = (
    ("windows",),
    ("instruments",),
    ("measures",),
    ("criteria",),
    ("theory", "chain"),
)
_OWN_LISTS: Final = ("steps", "outcomes", "cancel_reasons", "catalogue")


@check
def parts(draft: Draft) -> Iterator[Fault]:
    """Windows, instruments, measures, criteria, links of the chain; and the lists inside an instrument."""
    for path in _LISTS:
        yield from _twice(path, draft.rows(*(str(step) for step in path)))
    for number, row in enumerate(draft.rows("instruments")):
        for name in _OWN_LISTS:
            inner = row.get(name) if isinstance(row, Mapping) else None
            if isinstance(inner, list | tuple):
                yield from _twice(("instruments", number, name), inner)


def _twice(path: Path, rows: Iterable[Any]) -> Iterator[Fault]:
    seen: set[str] = set()
    for number, row in enumerate(rows):
        key = row.get("key") if isinstance(row, Mapping) else None
        if isinstance(key, str) and key in seen:
            yield Fault((*path, number, "key"), "key_twice", {"said": key})
        elif isinstance(key, str):
            seen.add(key)


@check
def questions(draft: Draft) -> Iterator[Fault]:
    """The questions of a form, with those that the kind asks by itself and the facts that it finds."""
    for number, instrument in draft.instruments.items():
        places = {id(part): path for path, part in parts_within(("instruments", number), instrument)}
        taken = {*instrument.derived(), *entry_facts(instrument)}
        for items in instrument.forms().values():
            yield from _questions_twice(items, places, taken)
        yield from _two_types(instrument, places)


def _questions_twice(items: Items, places: Mapping[int, Path], taken: set[str]) -> Iterator[Fault]:
    seen = {item.key for item, _conditions in flat(items) if id(item) not in places}
    for item, _conditions in flat(items):
        path = places.get(id(item))
        names = {item.key, *(q.key for q in item.questions)} if isinstance(item, Scale) else {item.key}
        if path is not None and names & seen:
            yield Fault((*path, "key"), "key_twice", {"said": item.key})
        elif path is not None and names & taken:
            yield Fault((*path, "key"), "name_taken", {"said": item.key})
        seen |= names if path is not None else set()
        if isinstance(item, Group) and path is not None:
            yield from _twice((*path, "items"), ({"key": question.key} for question in item.items))


def _two_types(instrument: InstrumentDefinition, places: Mapping[int, Path]) -> Iterator[Fault]:
    """Measures read a fact by its key, whichever form it comes from."""
    types: dict[str, str] = {}
    for items in instrument.forms().values():
        of_form: dict[str, str] = {}
        for item, _conditions in flat(items):
            kind = "number" if isinstance(item, Group | Scale) else item.fact
            of_form.setdefault(item.key, kind)
            path = places.get(id(item))
            if types.get(item.key, kind) != kind and path is not None:
                yield Fault((*path, "key"), "two_types", {"said": item.key})
        types = of_form | types
