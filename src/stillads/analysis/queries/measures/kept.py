"""Observations that this process has read before: entries are only added, so only the newer ones are read again.

What is kept cannot be old. The database is asked every time how many entries there are, and whether the last one read
is still the same row; what does not fit together is read anew as a whole. An entry that is taken back is a newer
entry that says so.
"""

from collections import OrderedDict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from threading import Lock
from typing import Final

from django.db.models import Count

from stillads.capture.models import Deployment, Entry
from stillads.playbooks.format.measures import Measure

from ...measures import Observation
from .rows import Read, Row

MOST: Final = 200_000
"""Observations that a process keeps, of all measures together: some 40 MB."""

type_pair = tuple[Measure, Deployment]
type_key = tuple[str, Measure]


@dataclass(frozen=True, slots=True)
class Held:
    """What was read of a measure at a deployment: `count` entries up to number `last`, whose public id is `name`."""

    count: int
    last: int
    name: str
    observations: list[Observation]


class Kept:
    """What is held, the least used going first when it grows too large."""

    def __init__(self, most: int = MOST) -> None:
        self._most, self._lock = most, Lock()
        self._held: OrderedDict[type_key, Held] = OrderedDict()

    def valid(self, pairs: Collection[type_pair]) -> dict[type_key, Held]:
        """What is held of the pairs and has its last row still. One query; none where nothing is held."""
        found = {}
        with self._lock:
            for measure, row in pairs:
                key = (row.public_id, measure)
                if (held := self._held.get(key)) is not None:
                    self._held.move_to_end(key)
                    found[key] = held
        lasts = {held.last for held in found.values()}
        names = dict(Entry.objects.filter(pk__in=lasts).values_list("pk", "public_id")) if lasts else {}
        return {key: held for key, held in found.items() if names.get(held.last) == held.name}

    def keep(self, made: Mapping[type_key, Held]) -> None:
        """Keeps them, and lets go of what has not been asked for longest."""
        with self._lock:
            for key, held in made.items():
                self._held[key] = held
                self._held.move_to_end(key)
            size = sum(len(held.observations) for held in self._held.values())
            while size > self._most and self._held:
                _key, gone = self._held.popitem(last=False)
                size -= len(gone.observations)


KEPT: Final = Kept()


def counts_of(deployments: Collection[int]) -> dict[int, int]:
    """Deployment → how many entries it has, also those that only take others back. One query."""
    rows = Entry.objects.filter(deployment_id__in=deployments).values_list("deployment_id")
    return dict(rows.annotate(n=Count("pk")).order_by()) if deployments else {}


def since(pairs: Iterable[type_pair], held: Mapping[type_key, Held]) -> dict[int, int]:
    """Deployment → the number of the entry after which is to be read; 0: all."""
    found: dict[int, int] = {}
    for measure, row in pairs:
        there = held.get((row.public_id, measure))
        last = there.last if there else 0
        found[row.pk] = min(found.get(row.pk, last), last)
    return found


def unfit(
    pairs: Iterable[type_pair], held: Mapping[type_key, Held], read: Read, counts: Mapping[int, int]
) -> set[int]:
    """Deployments whose held and newly read entries are together not all there are."""
    return {
        row.pk
        for measure, row in pairs
        if (there := held.get((row.public_id, measure))) is not None
        and there.count + sum(number > there.last for number in read.numbers.get(row.pk, ()))
        != counts.get(row.pk, 0)
    }


def newer(rows: Iterable[Row], held: Held | None) -> list[Row]:
    """The rows that are not in what is held."""
    return list(rows) if held is None else [row for row in rows if row.pk > held.last]


def standing(held: Held | None, voided: Collection[int]) -> list[Observation]:
    """What is held, without what has been taken back since."""
    if held is None:
        return []
    return (
        [each for each in held.observations if each.order not in voided]
        if voided
        else list(held.observations)
    )
