"""A measure of one phase: definition → periods → points. Pure; this is the way in."""

from collections.abc import Sequence
from dataclasses import replace

from .baselines import baseline_of
from .figure import Source
from .given import Figures, Given
from .inputs import Site, Timeline
from .periods import parts_of, periods_of, whole_of
from .results import MeasureResult, Period, Series, Unused
from .series import series_of
from .withholding import withhold, withhold_all, withhold_baseline


def compute(given: Given) -> MeasureResult:
    """The measure with everything that belongs to it."""
    measure, timeline = given.figures.measure, given.timeline
    source, periods = given.figures.source(), periods_of(measure, timeline)
    whole = series_of(source, given.own, periods, timeline)
    sites = tuple(
        series_of(source, [site], periods, timeline, key=site.key, title=site.name) for site in given.own
    )
    result = MeasureResult(
        measure=measure,
        until=timeline.until,
        whole=whole,
        sites=sites,
        baseline=baseline_of(given, source, whole),
        unused=_unused(given, source),
        changes=given.changes,
    )
    return _told(result, given.fewest) if given.fewest else result


def summary(figures: Figures, sites: Sequence[Site], periods: Sequence[Period], timeline: Timeline) -> Series:
    """The points of some periods, with the trial and the time before it as one: where nothing else is wanted."""
    return series_of(figures.source(), sites, periods, timeline)


def _unused(given: Given, source: Source) -> Unused:
    found = [
        source.figure(given.own, whole_of(span, part), given.timeline.until)
        for part, span in parts_of(given.timeline)
        if span[0] <= given.timeline.until
    ]
    return Unused(
        missing=sum(each.missing for each in found),
        unended=sum(each.unended for each in found),
        late=given.late,
        voided=given.voided,
        impossible=sum(each.impossible for each in found),
        no_exposure=sum(each.no_exposure for each in found),
    )


def _told(result: MeasureResult, fewest: int) -> MeasureResult:
    """Anonymous answers: without what so few gave that they could be recognised."""
    return replace(
        result,
        whole=withhold(result.whole, fewest),
        sites=withhold_all(result.sites, fewest),
        baseline=withhold_baseline(result.baseline, fewest),
        unused=Unused(),
    )
