"""What a check sees and what it says: a draft of a playbook, and faults with a path and a code.

A check runs on what could be read, even where other parts could not. A check is a function from a Draft to
Faults, registered by `@check`; its sentences stand in `reading/sentences/checks.py` under its codes.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..format.base import Part
from ..format.measures import Criterion, Measure
from ..format.openings import ObservationWindow
from ..format.theory import Link
from ..kinds import InstrumentDefinition

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that does not hold.

    path    where, from the root: ("measures", 3, "instrument")
    code    which sentence tells it
    words   what the sentence needs
    among   what could have been meant instead; the nearest one is suggested
    at_key  it is the key that is wrong, not what stands under it
    """

    path: Path
    code: str
    words: Mapping[str, object] = field(default_factory=dict)
    among: Collection[str] = ()
    at_key: bool = False


@dataclass(frozen=True)
class Vocabulary:
    """What the house knows outside the playbook; None where it is not at hand, and not checked.

    themes, legal_bases   the keys there are
    folder                the key that it has to have, as its folder has it
    """

    themes: Collection[str] | None = None
    legal_bases: Collection[str] | None = None
    folder: str | None = None


@dataclass(frozen=True)
class Draft:
    """The parts that could be read, with their number in the file; `data` is all of it, as plain data."""

    data: Mapping[str, Any]
    windows: Mapping[int, ObservationWindow]
    instruments: Mapping[int, InstrumentDefinition]
    measures: Mapping[int, Measure]
    criteria: Mapping[int, Criterion]
    links: Mapping[int, Link]
    vocabulary: Vocabulary = Vocabulary()

    def keys(self, *path: str) -> tuple[str, ...]:
        """The keys in a list of parts, also of those that could not be read."""
        return tuple(
            row["key"]
            for row in self.rows(*path)
            if isinstance(row, Mapping) and isinstance(row.get("key"), str)
        )

    def rows(self, *path: str) -> tuple[Any, ...]:
        """A list as it stands in the data; empty where there is none."""
        found: Any = self.data
        for step in path:
            found = found.get(step) if isinstance(found, Mapping) else None
        return tuple(found) if isinstance(found, list | tuple) else ()

    @property
    def title_only(self) -> bool:
        """The source gives a title and nothing else: then nothing can be demanded of measures."""
        source = self.data.get("source")
        return isinstance(source, Mapping) and source.get("title_only") is True


Check = Callable[[Draft], Iterable[Fault]]
_checks: list[Check] = []


def check(made: Check) -> Check:
    """Decorator: registers a check."""
    _checks.append(made)
    return made


def faults_in(draft: Draft) -> Iterator[Fault]:
    """What all checks find."""
    for each in _checks:
        yield from each(draft)


def parts_within(path: Path, value: object) -> Iterator[tuple[Path, Part]]:
    """Every part in `value` with its path, outermost first."""
    if isinstance(value, Part):
        yield path, value
        for name, field_info in type(value).model_fields.items():
            yield from parts_within((*path, field_info.alias or name), getattr(value, name))
    elif isinstance(value, tuple):
        for number, each in enumerate(value):
            yield from parts_within((*path, number), each)
