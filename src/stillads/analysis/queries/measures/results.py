"""The measures of phases, as pages, verdicts and documents read them."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from stillads.capture.lookup import definition_of
from stillads.capture.models import Deployment
from stillads.capture.survey_rules import fewest
from stillads.kernel.clock import COPENHAGEN
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import check_may
from stillads.playbooks.format.measures import Measure
from stillads.playbooks.format.playbook import Playbook
from stillads.playbooks.kinds.survey import Survey
from stillads.trials.permissions import READ

from ...measures import Elsewhere, Figures, Given, MeasureResult, compute
from .elsewhere import last_year, last_years, of_last_year, other_source
from .frames import Frame, frames_of
from .material import Material, read, type_wanted

type_phase = int | str
"""A phase's number or public id."""


def measures_of(
    phase: type_phase,
    *,
    viewer: Viewer,
    on: date,
    only: Collection[str] = (),
    closed_on: date | None = None,
) -> dict[str, MeasureResult]:
    """Measure key → its result as it stood at the end of the day `on`, in the playbook's order.

    only       these measures; all where empty
    closed_on  without what came in after that day: the figures as a verdict has them
    A phase without a playbook has none. At most 18 queries, however many measures, sites and registrations.
    """
    found = givens_of([phase], viewer=viewer, on=on, only=only, closed_on=closed_on)
    return {key: compute(given) for of_phase in found.values() for key, given in of_phase.items()}


def givens_of(
    phases: Collection[type_phase],
    *,
    viewer: Viewer,
    on: date,
    only: Collection[str] = (),
    pieces: Sequence[str] = (),
    closed_on: date | None = None,
) -> dict[str, dict[str, Given]]:
    """Phase public id → measure key → what it is computed from; for those who compute themselves (breakdowns)."""
    check_may(viewer, READ)
    frames = frames_of(phases, on, lambda playbook: _instruments(playbook, only))
    asked = [(frame, measure) for frame in frames for measure in _asked(frame.playbook, only)]
    before = last_years(frames, [measure for _frame, measure in asked])
    sought = [sought for frame, measure in asked for sought in _sought(frame, measure, before)]
    closed = None if closed_on is None else datetime.combine(closed_on, time.max, COPENHAGEN)
    material = read(sought, [frame.phase.pk for frame in frames], on, pieces=pieces, closed=closed)
    found: dict[str, dict[str, Given]] = {frame.phase.public_id: {} for frame in frames}
    for frame, measure in asked:
        found[frame.phase.public_id][measure.key] = _Maker(frame, measure, material, before).given()
    return found


def _asked(playbook: Playbook, only: Collection[str]) -> list[Measure]:
    return [measure for measure in playbook.measures if not only or measure.key in only]


def _instruments(playbook: Playbook, only: Collection[str]) -> set[str]:
    """The instruments of the measures, and of those that they are divided by or compared with."""
    asked = _asked(playbook, only)
    others = {key for measure in asked for key in _others(measure)}
    return {measure.instrument for measure in (*asked, *(m for m in playbook.measures if m.key in others))}


def _sought(frame: Frame, measure: Measure, before: Sequence[Deployment]) -> Iterator[type_wanted]:
    """The measure itself and those that it is divided by or compared with, with their deployments."""
    mine = frame.deployments_of(measure)
    others = [frame.measure(key) for key in _others(measure)]
    if measure.baseline.kind == "last_year":
        mine = of_last_year(frame, measure, before)
    yield measure, mine
    for other in others:
        if other is not None:
            last = measure.baseline.kind == "last_year"
            yield other, of_last_year(frame, other, before) if last else frame.deployments_of(other)


def _others(measure: Measure) -> Iterator[str]:
    if measure.per is not None and measure.per.measure:
        yield measure.per.measure
    if measure.baseline.measure:
        yield measure.baseline.measure


@dataclass
class _Maker:
    """Puts together what one measure of one phase is computed from."""

    frame: Frame
    measure: Measure
    material: Material
    before: Sequence[Deployment]

    def given(self) -> Given:
        mine = self.frame.deployments_of(self.measure)
        return Given(
            figures=self._figures(mine),
            timeline=self.frame.timeline(self.measure),
            sites=self.frame.sites(mine),
            elsewhere=self._elsewhere(),
            late=self.material.late_of(self.measure, mine),
            voided=self.material.voided_of(self.measure, mine),
            changes=self.material.changes.get(self.frame.phase.pk, ()),
            fewest=fewest_of(self.measure, mine),
        )

    def _figures(self, deployments: Sequence[Deployment]) -> Figures:
        """With those of the measure that it is per."""
        figures = self.material.figures(self.measure, deployments)
        other = self._other(self.measure.per.measure if self.measure.per else None)
        if other is None:
            return figures
        last = self.measure.baseline.kind == "last_year"
        rows = of_last_year(self.frame, other, self.before) if last else self.frame.deployments_of(other)
        below = self.material.figures(other, rows)
        return replace(figures, exposure=other, exposure_buckets=below.buckets)

    def _elsewhere(self) -> Elsewhere | None:
        kind = self.measure.baseline.kind
        if kind == "last_year":
            rows = of_last_year(self.frame, self.measure, self.before)
            return last_year(self.frame, self.measure, self._figures(rows), rows)
        other = self._other(self.measure.baseline.measure) if kind == "series" else None
        if other is None:
            return None
        figures = self.material.figures(other, self.frame.deployments_of(other))
        return other_source(self.frame, self.measure, other, figures)

    def _other(self, key: str | None) -> Measure | None:
        return self.frame.measure(key) if key else None


def fewest_of(measure: Measure, deployments: Sequence[Deployment]) -> int:
    """How many there have to be before anything is told; 0 where the answers are not anonymous."""
    if measure.how == "answered":
        return 0
    surveys = (definition_of(row) for row in deployments)
    return max((fewest(each) for each in surveys if isinstance(each, Survey) and each.anonymous), default=0)
