"""What hinders closing a unit: a registry that higher rooms fill.

A room says in its `ready`: `closing.declare("trials.sites", running_trials)`. The finder returns whole
sentences that the person who wants to close the unit can act on; an empty list lets it close.
"""

from collections.abc import Callable
from datetime import date
from typing import Protocol


class Finder(Protocol):
    """Looks for what still runs at a unit after its last day."""

    def __call__(self, *, unit_id: int, last_day: date) -> list[str]: ...


_finders: dict[str, Callable[..., list[str]]] = {}


def declare(name: str, finder: Finder) -> None:
    """Adds a finder under `room.what`; saying it again with the same name replaces it."""
    _finders[name] = finder


def hindrances(*, unit_id: int, last_day: date) -> list[str]:
    """All reasons why the unit cannot close on `last_day`, by name of the finder."""
    return [
        reason for name in sorted(_finders) for reason in _finders[name](unit_id=unit_id, last_day=last_day)
    ]
