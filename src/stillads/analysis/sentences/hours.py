"""Hours and weekdays in words: when most happens, if there is such a time."""

from stillads.charts.figures import drawable, said
from stillads.charts.heatmap import Heatmap, clock
from stillads.kernel.dates import WEEKDAYS
from stillads.kernel.language import gettext as _

from .words import joined, listed, part_of

FEWEST = 30  # spread over a week's hours, fewer show no pattern


def hours(chart: Heatmap) -> str:
    """The busiest hour, where there is one; from few counts only how many there are."""
    cells = [(day, hour, known) for day, hour, count in chart.cells() if (known := drawable(count))]
    total = sum(count for _day, _hour, count in cells)
    if not cells:
        return _("Nothing has been counted yet.")
    if total < FEWEST:
        few = {"n": said(total), "things": chart.unit}
        return _("Only %(n)s %(things)s in all: too few to see a pattern over the week.") % few
    greatest = max(count for _day, _hour, count in cells)
    busiest = [(day, hour) for day, hour, count in cells if count == greatest]
    if len(busiest) > 1:
        text = _("No hour stands out: %(times)s have the same number, %(n)s.") % {
            "times": _names(busiest), "n": said(greatest),
        }  # fmt: skip
    else:
        text = _("Most come %(when)s: %(share)s.") % {
            "when": _name(*busiest[0]), "share": part_of(greatest, total),
        }  # fmt: skip
    return joined((text, _closed(chart)))


def _name(day: int, hour: int) -> str:
    return f"{WEEKDAYS[day]} {clock(hour)}"


def _names(places: list[tuple[int, int]]) -> str:
    if len(places) > 3:
        return _("%(n)d hours") % {"n": len(places)}
    return listed([_name(*place) for place in places])


def _closed(chart: Heatmap) -> str:
    if any(count is None for _day, hour, count in chart.cells() if hour in chart.hours):
        return _("The hatched hours were not counted.")
    return ""
