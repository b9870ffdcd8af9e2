"""Baselines from another source or from the year before: their deployments, days and places."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from django.db.models import Q

from stillads.capture.lookup import definition_of
from stillads.capture.models import Deployment
from stillads.capture.openness import merged
from stillads.playbooks.format.measures import Measure

from ...measures import Elsewhere, Figures, Site, Timeline, a_year_before
from .frames import Frame, has, loaded

type_span = tuple[date, date]


def year_before(measure: Measure, timeline: Timeline) -> Timeline:
    """The same days of the year before, as far as the trial has come."""
    first, start, end, until = (
        a_year_before(day, measure.period)
        for day in (timeline.first, timeline.start, timeline.end, timeline.until)
    )
    return Timeline(first, start, end, min(until, end))


def last_years(frames: Collection[Frame], wanted: Collection[Measure]) -> list[Deployment]:
    """Deployments of the same playbooks at the same places that may have figures of the year before. One query."""
    if not any(measure.baseline.kind == "last_year" for measure in wanted):
        return []
    units = {place.unit_id for frame in frames for place in frame.places}
    books = {frame.phase.playbook_version.playbook_id for frame in frames if frame.phase.playbook_version}
    last = max(a_year_before(frame.phase.end, "week") for frame in frames)
    rows = loaded().filter(unit_id__in=units, instrument__version__playbook_id__in=books)
    return list(rows.filter(Q(valid_from__lte=last)).order_by("pk"))


def of_last_year(frame: Frame, measure: Measure, rows: Sequence[Deployment]) -> list[Deployment]:
    """Those of them that registered for exactly this measure; also the trial's own, into which a file of older
    figures may have been read."""
    here = {place.unit_id for place in frame.places}
    fitting = [row for row in rows if row.unit_id in here and row.instrument.key == measure.instrument]
    mine = frame.deployments_of(measure)
    known = {row.pk for row in mine}
    return [*mine, *(row for row in fitting if row.pk not in known and has(row, measure))]


def last_year(
    frame: Frame, measure: Measure, figures: Figures, deployments: Sequence[Deployment]
) -> Elsewhere:
    """The baseline `last_year` of a measure. Figures that others hold count on any day that there is one for."""
    timeline = year_before(measure, frame.timeline(measure))
    spans: dict[int, list[type_span]] = defaultdict(list)
    for row in deployments:
        first, last = row.valid_from, row.valid_to or timeline.until
        if definition_of(row).kind == "series":
            first, last = timeline.first, timeline.until
        if first <= last:
            spans[row.unit_id].append((first, last))
    sites = tuple(_placed(frame, spans))
    return Elsewhere(replace(figures, measure=measure), timeline, sites)


def other_source(frame: Frame, measure: Measure, other: Measure, figures: Figures) -> Elsewhere:
    """The baseline `series`: all that the other measure has from before day 1."""
    timeline = frame.timeline(measure)
    summed, observed = [each.day for each in figures.buckets], [each.day for each in figures.observations]
    first = min([timeline.first, *summed, *observed])
    spans = {place.unit_id: [(first, timeline.until)] for place in frame.places}
    there = replace(timeline, first=first, last=None)
    return Elsewhere(replace(figures, measure=other), there, tuple(_placed(frame, spans)))


def _placed(frame: Frame, spans: dict[int, list[type_span]]) -> list[Site]:
    stays = frame.stays
    return [
        Site(
            key=place.unit.key,
            name=place.unit.name,
            open=tuple(merged(spans.get(place.unit_id, []))),
            citizens=place.citizens,
            employees=place.employees,
            stays=tuple(stays.get(place.unit_id, ())),
        )
        for place in frame.places
    ]
