"""All that the measures of some phases are computed from, read in a fixed number of statements."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from stillads.capture.facts import facts_of_entry
from stillads.capture.lookup import definition_of
from stillads.capture.models import Deployment, Entry
from stillads.capture.sums import SUMMED, Addition, additions
from stillads.playbooks.format.measures import Measure
from stillads.playbooks.kinds.survey import Survey

from ...measures import FROM_ROWS, Change, DayBucket, Figures, Observation
from ...measures.observing import facts_needed
from .facts import answers_needed
from .kept import type_key
from .observed import read_observations, reader_of
from .rows import Row
from .sums import Sums, answered, daily_sums, without_days
from .surroundings import changes_in, late_in, open_rounds, restored_in, voided_in

type_wanted = tuple[Measure, Sequence[Deployment]]


@dataclass
class Material:
    """What was read. After the figures were closed `late` entries came in, and `restored` ones were taken back."""

    sums: Sums
    read: dict[type_key, list[Observation]]
    keys: list[str]
    rows: dict[int, list[Row]]
    answered: dict[int, list[DayBucket]]
    voided: dict[int, Counter[str]]
    late: list[Entry]
    restored: list[Entry]
    changes: dict[int, tuple[Change, ...]]
    hidden: dict[str, list[tuple[date, date]]]

    def figures(self, measure: Measure, deployments: Sequence[Deployment]) -> Figures:
        """The figures of one measure, without anonymous answers of rounds that are not over."""
        quiet = all(definition_of(row).kind != "series" for row in deployments)
        if measure.how in FROM_ROWS:
            return Figures(measure, observations=self._observations(measure, deployments))
        buckets = self._buckets(measure, deployments)
        if any(_is_anonymous(row) for row in deployments) and measure.how != "answered":
            buckets = without_days(buckets, self.hidden)
        return Figures(measure, buckets, quiet_is_nought=quiet)

    def late_of(self, measure: Measure, deployments: Iterable[Deployment]) -> int:
        """How many of its registrations came too late."""
        numbers = {row.pk for row in deployments}
        return sum(e.deployment_id in numbers and measure.form in {None, e.form} for e in self.late)

    def voided_of(self, measure: Measure, deployments: Iterable[Deployment]) -> int:
        """How many of its registrations were taken back."""
        found: Counter[str] = Counter()
        for row in deployments:
            found += self.voided.get(row.pk, Counter())
        return found.total() if measure.form is None else found[measure.form]

    def _observations(self, measure: Measure, deployments: Sequence[Deployment]) -> list[Observation]:
        found: list[Observation] = []
        for row in deployments:
            found += self.read.get((row.public_id, measure), ())
        hidden = self.hidden if any(_is_anonymous(row) for row in deployments) else {}
        if not any(hidden.values()):
            return found
        return [e for e in found if not any(a <= e.day <= b for a, b in hidden.get(e.site, ()))]

    def _buckets(self, measure: Measure, deployments: Sequence[Deployment]) -> list[DayBucket]:
        if measure.how == "answered":
            return [each for row in deployments for each in self.answered.get(row.pk, ())]
        fresh = [row for row in deployments if row.pk not in self.sums.stale]
        found = self.sums.of(fresh, measure.key)
        for row in deployments:
            if row.pk in self.sums.stale:
                reader = reader_of(measure, row, self.keys)
                found += [
                    _bucket(one.day, row, each)
                    for one in self.rows.get(row.pk, ())
                    for each in reader.additions(one)
                ]
            else:
                for sign, entries in ((-1, self.late), (1, self.restored)):
                    mine = [entry for entry in entries if entry.deployment_id == row.pk]
                    found += [each for entry in mine for each in _put_right(measure, row, entry, sign)]
        return found


def read(
    wanted: Collection[type_wanted],
    phases: Collection[int],
    on: date,
    *,
    pieces: Sequence[str] = (),
    closed: datetime | None = None,
) -> Material:
    """The material of the measures with their deployments. At most thirteen queries."""
    summed = [(measure, rows) for measure, rows in wanted if measure.how in SUMMED]
    sums = daily_sums(_each(rows for _m, rows in summed), {m.key for m, _rows in summed}, pieces)
    from_rows = [(measure, rows) for measure, rows in wanted if measure.how in FROM_ROWS]
    pairs = [(measure, row) for measure, rows in from_rows for row in rows]
    read_rows = {row.pk for _measure, row in pairs} | sums.stale
    hours = bool(sums.stale) or any("hour" in facts_needed(measure) for measure, _rows in from_rows)
    everything = _each(rows for _measure, rows in wanted)
    anonymous = [row for row in everything if _is_anonymous(row)]
    asked = _each(rows for measure, rows in wanted if measure.how == "answered")
    numbers, keys = {row.pk for row in everything}, _keys(wanted, read_rows)
    rows, observed = read_observations(pairs, sums.stale, keys, closed=closed, hours=hours)
    return Material(
        sums=sums,
        read=observed,
        keys=keys,
        rows=rows,
        answered=answered(asked, on),
        voided=voided_in(numbers),
        late=late_in(numbers, closed),
        restored=restored_in(numbers, closed),
        changes=changes_in(phases),
        hidden=open_rounds(anonymous, on),
    )


def _keys(wanted: Collection[type_wanted], read_rows: Collection[int]) -> list[str]:
    """The answers that are looked at in any of the deployments whose rows are read."""
    found: set[str] = set()
    for measure, rows in wanted:
        for definition in {
            id(d): d for d in (definition_of(row) for row in rows if row.pk in read_rows)
        }.values():
            found |= answers_needed(measure, definition)
    return sorted(found)


def _each(lists: Iterable[Sequence[Deployment]]) -> list[Deployment]:
    return list({row.pk: row for rows in lists for row in rows}.values())


def _is_anonymous(row: Deployment) -> bool:
    definition = definition_of(row)
    return isinstance(definition, Survey) and definition.anonymous


def _put_right(measure: Measure, deployment: Deployment, entry: Entry, sign: int) -> list[DayBucket]:
    """What takes a late entry out of the sums again (-1), or puts one back that stood."""
    made = additions([measure], measure.instrument, entry.form, facts_of_entry(entry, deployment))
    return [_bucket(entry.local_day, deployment, each, sign) for each in made]


def _bucket(day: date, deployment: Deployment, made: Addition, sign: int = 1) -> DayBucket:
    return DayBucket(
        day, deployment.unit.key, sign * made.n, sign * made.total, sign * made.total_of_squares,
        sign * made.numerator, sign * made.denominator, made.slice,
    )  # fmt: skip
