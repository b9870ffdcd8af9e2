"""A few measures of many phases at once, from sums alone: what a round's board of results shows."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db.models import Case, Func, IntegerField, Min, Q, Sum, Value, When

from stillads.capture.lookup import definition_of
from stillads.capture.models import Bucket, Deployment
from stillads.capture.sums import SUMMED, definition_version
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import check_may
from stillads.playbooks.format.measures import Measure
from stillads.playbooks.format.playbook import Playbook
from stillads.trials.permissions import READ

from ...measures import DayBucket, Figures, Period, Point, Series, Timeline, Why, periods_of, summary
from ...measures.periods import parts_of, whole_of
from .frames import Frame, frames_of
from .results import fewest_of, type_phase
from .sums import WHOLE, Sums

_WEEKLY: Final = frozenset({"day", "week"})


@dataclass(frozen=True, slots=True)
class Summary:
    """One measure of a phase: the trial so far (`whole`), what it was before; `points` are its weeks, where wanted.

    Measures that sums cannot answer (medians and the like) and anonymous answers have no value here (`Why`).
    """

    measure: Measure
    series: Series


def dashboard_of(
    phases: Collection[type_phase], *, viewer: Viewer, on: date, most: int = 5, weeks: bool = False
) -> dict[str, tuple[Summary, ...]]:
    """Phase public id → up to `most` measures: those of the expectations first. Seven queries, however many phases.

    weeks  with the weeks of each measure, which takes three times as long
    """
    check_may(viewer, READ)
    frames = frames_of(phases, on, lambda playbook: {m.instrument for m in _needed(playbook, most)})
    keys = {measure.key for frame in frames for measure in _needed(frame.playbook, most)}
    sums = _read(frames, keys, weeks=weeks, on=on)
    return {
        frame.phase.public_id: tuple(
            _summary(frame, each, sums, weeks=weeks) for each in shown(frame.playbook, most)
        )
        for frame in frames
    }


def shown(playbook: Playbook, most: int) -> list[Measure]:
    """The measures that speak for a playbook: of the deciding expectation, of the others, and then the rest."""
    named = [c.measure for c in sorted(playbook.criteria, key=lambda criterion: not criterion.primary)]
    rank = {key: place for place, key in enumerate(dict.fromkeys(named)) if key}
    ordered = sorted(playbook.measures, key=lambda measure: rank.get(measure.key, len(rank)))
    return ordered[:most]


def _needed(playbook: Playbook, most: int) -> Iterator[Measure]:
    """Those, and what they are divided by."""
    for measure in shown(playbook, most):
        yield measure
        if measure.per is not None and measure.per.measure:
            yield from (each for each in playbook.measures if each.key == measure.per.measure)


def _summary(frame: Frame, measure: Measure, sums: Sums, *, weeks: bool) -> Summary:
    rows, timeline = frame.deployments_of(measure), frame.timeline(measure)
    if measure.how not in SUMMED or sums.stale & {row.pk for row in rows} or fewest_of(measure, rows):
        return Summary(measure, _unanswered(timeline))
    other = frame.measure(measure.per.measure) if measure.per and measure.per.measure else None
    below = sums.of(frame.deployments_of(other), other.key) if other else []
    quiet = all(definition_of(row).kind != "series" for row in rows)
    figures = Figures(
        measure, sums.of(rows, measure.key), exposure=other, exposure_buckets=below, quiet_is_nought=quiet
    )
    weekly = measure.model_copy(update={"period": "week"})
    periods: tuple[Period, ...] = ()
    if weeks and measure.period in _WEEKLY:
        periods = periods_of(weekly, timeline)
    return Summary(measure, summary(figures, frame.sites(rows), periods, timeline))


def _unanswered(timeline: Timeline) -> Series:
    span = next(span for part, span in parts_of(timeline) if part == "trial")
    return Series("", "", (), Point(whole_of(span, "trial"), why=Why.NEEDS_ROWS))


class _Week(Func):
    """The number of the week (from Monday) in which a day lies, counted from some Monday long ago."""

    output_field = IntegerField()

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        template = "CAST((julianday(%(expressions)s) - 2415020.5) / 7 AS INTEGER)"
        return self.as_sql(compiler, connection, template=template, **context)

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        template = "((%(expressions)s - DATE '1900-01-01') / 7)"
        return self.as_sql(compiler, connection, template=template, **context)


def _read(frames: Collection[Frame], measures: Collection[str], *, weeks: bool, on: date) -> Sums:
    """One query: sums before day 1, of the trial and after it, or of the weeks of each. `on` is the last day."""
    sums = Sums()
    by_id = {row.pk: row for frame in frames for row in (*frame.deployments, *frame.daily)}
    part = Case(*_parts(frames), default=Value(1), output_field=IntegerField())
    rows = Bucket.objects.filter(WHOLE, deployment_id__in=by_id, measure__in=measures, day__lte=on)
    grouped = rows.annotate(part=part, week=_Week("day") if weeks else Value(0)).values_list(
        "deployment_id", "measure", "definition_version", "part", "week"
    )
    amounts = {f"all_{name}": Sum(name) for name in ("n", "total", "numerator", "denominator")}
    for deployment, measure, version, _part, _week, *bucket in grouped.annotate(
        first=Min("day"), **amounts
    ).order_by():
        _keep(sums, by_id[deployment], measure, version, bucket)
    return sums


def _parts(frames: Collection[Frame]) -> Iterator[When]:
    """No sum lies on both sides of day 1, or of the last day: one pair for each pair of dates there is."""
    spans: dict[tuple[date, date], list[int]] = {}
    for frame in frames:
        ids = spans.setdefault((frame.phase.start, frame.phase.end), [])
        ids += [row.pk for row in (*frame.deployments, *frame.daily)]
    for (start, end), ids in spans.items():
        here = Q() if len(spans) == 1 else Q(deployment_id__in=ids)
        yield When(here & Q(day__lt=start), then=Value(0))
        yield When(here & Q(day__gt=end), then=Value(2))


def _keep(sums: Sums, row: Deployment, measure: str, version: int, bucket: list[Any]) -> None:
    if version != definition_version(row.instrument.version.number):
        sums.stale.add(row.pk)
        return
    day, n, total, numerator, denominator = bucket
    made = DayBucket(day, row.unit.key, n, total, numerator=numerator, denominator=denominator)
    sums.found[row.pk, measure].append(made)
