"""What becomes of a running phase when it is moved from one version to another."""

from collections.abc import Mapping
from dataclasses import dataclass

from .format.playbook import Playbook
from .kinds import InstrumentDefinition


@dataclass(frozen=True, slots=True)
class Lost:
    """An instrument that does not go on. `registrations` stay where they are, on the old version."""

    title: str
    registrations: int


@dataclass(frozen=True, slots=True)
class Move:
    """Titles. `kept`: goes on as it was or in a new shape; `began`: is new.

    measures, changed  measures that are no longer computed; that are computed another way from now on
    criteria           expectations that the new version has not
    """

    kept: tuple[str, ...]
    began: tuple[str, ...]
    lost: tuple[Lost, ...]
    measures: tuple[str, ...]
    changed: tuple[str, ...]
    criteria: tuple[str, ...]


def move_between(before: Playbook, after: Playbook, registrations: Mapping[str, int]) -> Move:
    """`registrations` is how many there are by instrument key. An instrument goes on under its key and kind."""
    old = {each.key: each for each in before.instruments}
    new = {each.key: each for each in after.instruments}
    measures = {each.key: each for each in after.measures}
    criteria = {each.key for each in after.criteria}
    return Move(
        kept=tuple(each.title for key, each in new.items() if _goes_on(old.get(key), each)),
        began=tuple(each.title for key, each in new.items() if not _goes_on(old.get(key), each)),
        lost=tuple(
            Lost(each.title, registrations.get(key, 0))
            for key, each in old.items()
            if not _goes_on(each, new.get(key))
        ),
        measures=tuple(each.title for each in before.measures if each.key not in measures),
        changed=tuple(
            each.title for each in before.measures if each.key in measures and measures[each.key] != each
        ),
        criteria=tuple(each.what for each in before.criteria if each.key not in criteria),
    )


def _goes_on(before: InstrumentDefinition | None, after: InstrumentDefinition | None) -> bool:
    return before is not None and after is not None and before.kind == after.kind
