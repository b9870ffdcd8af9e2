"""What the measures that sums cannot answer observe: kept from before, and read anew where there is more."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from stillads.capture.lookup import definition_of
from stillads.capture.models import Deployment, Entry
from stillads.playbooks.format.measures import Measure

from ...measures import Observation
from .facts import FactReader
from .kept import KEPT, Held, counts_of, newer, since, standing, type_key, type_pair, unfit
from .rows import Read, Row, anonymous_of, entries_of


def read_observations(
    pairs: Sequence[type_pair],
    stale: Collection[int],
    keys: Sequence[str],
    *,
    closed: datetime | None,
    hours: bool,
) -> tuple[dict[int, list[Row]], dict[type_key, list[Observation]]]:
    """The rows of `stale` deployments, and the observations of the pairs. At most six queries.

    Figures that are closed are read as a whole, and not kept.
    """
    held = KEPT.valid(pairs) if closed is None else {}
    wanted = since(pairs, held) | dict.fromkeys(stale, 0)
    read = entries_of(wanted, keys, closed=closed, hours=hours)
    if held and (bad := unfit(pairs, held, read, counts_of({row.pk for _measure, row in pairs}))):
        held = {key: each for key, each in held.items() if key not in _keys_of(pairs, bad)}
        again = entries_of(dict.fromkeys(bad, 0), keys, hours=hours)
        read.rows |= again.rows
        read.numbers |= again.numbers
        read.voided |= again.voided
    anonymous = anonymous_of(wanted, keys)
    rows = {number: [*read.rows.get(number, ()), *anonymous.get(number, ())] for number in wanted}
    found = {
        (row.public_id, measure): [
            *standing(held.get((row.public_id, measure)), read.voided),
            *_observed(measure, row, newer(rows[row.pk], held.get((row.public_id, measure))), keys),
        ]
        for measure, row in pairs
    }
    if closed is None:
        _keep(pairs, held, read, {number for number, found in anonymous.items() if found}, found)
    return rows, found


def reader_of(measure: Measure, row: Deployment, keys: Sequence[str]) -> FactReader:
    """Who reads the facts of a deployment's entries."""
    return FactReader(measure, definition_of(row), keys, row.unit.key)


def _observed(measure: Measure, row: Deployment, rows: list[Row], keys: Sequence[str]) -> list[Observation]:
    return list(reader_of(measure, row, keys).observations(rows)) if rows else []


def _keys_of(pairs: Sequence[type_pair], deployments: Collection[int]) -> set[type_key]:
    return {(row.public_id, measure) for measure, row in pairs if row.pk in deployments}


def _keep(
    pairs: Sequence[type_pair],
    held: Mapping[type_key, Held],
    read: Read,
    anonymous: Collection[int],
    found: Mapping[type_key, list[Observation]],
) -> None:
    """What has something new in it; answers that belong to nobody have no order, and are not kept."""
    lasts = {row.pk: max(read.numbers.get(row.pk, [0])) for _measure, row in pairs}
    names = dict(Entry.objects.filter(pk__in={n for n in lasts.values() if n}).values_list("pk", "public_id"))
    made: dict[type_key, Held] = {}
    for measure, row in pairs:
        key, last = (row.public_id, measure), lasts[row.pk]
        before = held.get(key)
        more = [number for number in read.numbers.get(row.pk, ()) if before is None or number > before.last]
        if more and row.pk not in anonymous and last in names:
            count = (before.count if before else 0) + len(more)
            made[key] = Held(count, last, names[last], found[key])
    KEPT.keep(made)
