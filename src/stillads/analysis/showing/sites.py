"""A measure site by site: a small field for each, or a row for each."""

from stillads.charts.before_after import BeforeAfter, Level
from stillads.charts.run_data import RunPoint
from stillads.charts.small_multiples import SiteSeries, SmallMultiples
from stillads.kernel.language import gettext as _

from ..measures import MeasureResult, Point, Series
from .around import Around
from .kinds import is_comparable
from .over_time import period_of, shown_points, unit_of

FEWEST = 2


def sites_picture(
    result: MeasureResult, title: str, around: Around, *, followed: bool
) -> SmallMultiples | BeforeAfter | None:
    """None where there is one site only, or where the sites are not told apart."""
    if len(result.sites) < FEWEST or all(_nothing(site) for site in result.sites):
        return None
    name = _("%(title)s, site by site") % {"title": title}
    if not followed:
        rows = tuple(Level(site.title, _value(site.whole), **_parts(site.whole)) for site in result.sites)
        return BeforeAfter(name, rows, result.measure.unit, beside=True)
    compared = result.baseline.kind != "none"
    drawn = tuple(SiteSeries(site.title, _points(result, site, compared=compared)) for site in result.sites)
    if not any(site.points for site in drawn):
        return None
    return SmallMultiples(
        name, drawn, unit_of(result.measure), period=period_of(result.measure), start=around.start
    )


def _points(result: MeasureResult, site: Series, *, compared: bool) -> tuple[RunPoint, ...]:
    points = shown_points(site, compared=compared)
    return tuple(
        RunPoint(point.period.first, point.period.last, _value(point))
        for point in points
        if is_comparable(result.measure, point)
    )


def _nothing(site: Series) -> bool:
    return all(point.value is None for point in site.points)


def _value(point: Point) -> float | None:
    return None if point.value is None else float(point.value)


def _parts(point: Point) -> dict[str, float]:
    if point.numerator is None or point.denominator is None:
        return {}
    return {"counted": float(point.numerator), "out_of": float(point.denominator)}
