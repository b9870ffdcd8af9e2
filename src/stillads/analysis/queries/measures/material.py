"""All that the measures of some phases are computed from, read in a fixed number of statements."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from stillads.capture.facts import facts_of_entry
from stillads.capture.lookup import definition_of
from stillads.capture.models import Deployment, Entry
from stillads.capture.sums import SUMMED, additions
from stillads.playbooks.format.measures import Measure
from stillads.playbooks.kinds.survey import Survey

from ...measures import FROM_ROWS, Change, DayBucket, Figures, Observation
from ...measures.observing import facts_needed
from .facts import FactReader
from .rows import Row, anonymous_of, entries_of, observations
from .sums import Sums, answered, daily_sums, without_days
from .surroundings import changes_in, late_in, open_rounds, voided_in

type_wanted = tuple[Measure, Sequence[Deployment]]


@dataclass
class Material:
    """What was read; `late` are entries that came in after the figures were closed."""

    sums: Sums
    rows: dict[int, list[Row]]
    answered: dict[int, list[DayBucket]]
    voided: dict[int, Counter[str]]
    late: list[Entry]
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
        found = observations(measure, deployments, self.rows)
        hidden = self.hidden if any(_is_anonymous(row) for row in deployments) else {}
        return [e for e in found if not any(a <= e.day <= b for a, b in hidden.get(e.site, ()))]

    def _buckets(self, measure: Measure, deployments: Sequence[Deployment]) -> list[DayBucket]:
        if measure.how == "answered":
            return [each for row in deployments for each in self.answered.get(row.pk, ())]
        fresh = [row for row in deployments if row.pk not in self.sums.stale]
        found = self.sums.of(fresh, measure.key)
        for row in deployments:
            if row.pk in self.sums.stale:
                found += _summed(measure, row, self.rows.get(row.pk, ()))
            else:
                late = [entry for entry in self.late if entry.deployment_id == row.pk]
                found += [each for entry in late for each in _taken_out(measure, row, entry)]
        return found


def read(
    wanted: Collection[type_wanted],
    phases: Collection[int],
    on: date,
    *,
    pieces: Sequence[str] = (),
    closed: datetime | None = None,
) -> Material:
    """The material of the measures with their deployments. At most nine queries."""
    summed = [(measure, rows) for measure, rows in wanted if measure.how in SUMMED]
    sums = daily_sums(_each(rows for _m, rows in summed), {m.key for m, _rows in summed}, pieces)
    from_rows = [(measure, rows) for measure, rows in wanted if measure.how in FROM_ROWS]
    read_rows = {row.pk for _measure, rows in from_rows for row in rows} | sums.stale
    hours = bool(sums.stale) or any("hour" in facts_needed(measure) for measure, _rows in from_rows)
    everything = _each(rows for _measure, rows in wanted)
    anonymous = [row for row in everything if _is_anonymous(row)]
    asked = _each(rows for measure, rows in wanted if measure.how == "answered")
    numbers = {row.pk for row in everything}
    return Material(
        sums=sums,
        rows=entries_of(read_rows, closed=closed, hours=hours)
        | anonymous_of({row.pk for row in anonymous} & read_rows),
        answered=answered(asked, on),
        voided=voided_in(numbers),
        late=late_in(numbers, closed),
        changes=changes_in(phases),
        hidden=open_rounds(anonymous, on),
    )


def _each(lists: Iterable[Sequence[Deployment]]) -> list[Deployment]:
    return list({row.pk: row for rows in lists for row in rows}.values())


def _is_anonymous(row: Deployment) -> bool:
    definition = definition_of(row)
    return isinstance(definition, Survey) and definition.anonymous


def _summed(measure: Measure, deployment: Deployment, rows: Iterable[Row]) -> list[DayBucket]:
    """The sums made anew from the rows, where those that are kept were made by older rules."""
    reader = FactReader(definition_of(deployment), facts_needed(measure), deployment.unit.key)
    return [
        DayBucket(
            row.day, deployment.unit.key, made.n, made.total, made.total_of_squares, made.numerator,
            made.denominator, made.slice,
        )
        for row in rows
        for made in additions([measure], measure.instrument, row.form, reader.facts(row))
    ]  # fmt: skip


def _taken_out(measure: Measure, deployment: Deployment, entry: Entry) -> list[DayBucket]:
    """What takes a late entry out of the sums again."""
    made = additions([measure], measure.instrument, entry.form, facts_of_entry(entry, deployment))
    return [
        DayBucket(
            entry.local_day, deployment.unit.key, -each.n, -each.total, -each.total_of_squares, -each.numerator,
            -each.denominator, each.slice,
        )
        for each in made
    ]  # fmt: skip
