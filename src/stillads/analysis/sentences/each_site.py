"""The same figure at every site, in words: where they lie now, who has none, who came later. No ranking."""

from stillads.charts.figures import drawable
from stillads.charts.run_data import RunPoint
from stillads.charts.small_multiples import SiteSeries, SmallMultiples
from stillads.kernel.language import gettext as _

from .words import amount, joined, listed, number_word


def each_site(chart: SmallMultiples) -> str:
    """The span of the latest figures, the sites without any, and those that joined late.

    Which site is best is not said: among many, one always is.
    """
    latest = [point for site in chart.sites if (point := _latest(site)) is not None]
    gone = [site.site for site in chart.sites if _latest(site) is None]
    lacking = _("%(sites)s has no figures.") % {"sites": listed(gone)} if gone else ""
    if not latest:
        return _("There are no figures from any site yet.")
    return joined((_span([point.value or 0.0 for point in latest], chart), lacking, _late(chart)))


def _latest(site: SiteSeries) -> RunPoint | None:
    there = [point for point in site.points if drawable(point.value) is not None]
    return there[-1] if there else None


def _span(values: list[float], chart: SmallMultiples) -> str:
    if len(values) == 1:
        return _("There are figures from one site only; the latest is %(value)s.") % {
            "value": amount(values[0], chart.unit)
        }
    low, high = min(values), max(values)
    words = {"n": number_word(len(values)), "value": amount(low, chart.unit)}
    if low == high:
        return _("The latest figure is the same at %(n)s sites: %(value)s.") % words
    bare = chart.unit if chart.unit == "%" else ""
    words = {"n": number_word(len(values)), "low": amount(low, bare), "high": amount(high, chart.unit)}
    return _("The latest figures of %(n)s sites lie between %(low)s and %(high)s.") % words


def _late(chart: SmallMultiples) -> str:
    """Sites whose first period lies after that of the others, and after day 1 where it is known."""
    begun = {site.site: site.points[0].first for site in chart.sites if site.points}
    if not begun:
        return ""
    first = max(min(begun.values()), chart.start or min(begun.values()))
    late = [site for site, day in begun.items() if day > first]
    return _("%(sites)s joined later than the others.") % {"sites": listed(late)} if late else ""
