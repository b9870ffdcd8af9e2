"""A measure as a page shows it."""

from dataclasses import dataclass

from stillads.charts.picture import type_chart
from stillads.kernel.language import gettext as _

from ..measures import MeasureResult
from .around import Around
from .at_once import levels, levels_sentence, named_points
from .basis import foundation, held_back, so_far
from .over_time import OverTime, over_time, picture, sentence
from .progress import is_crossed, progress
from .sites import sites_picture


@dataclass(frozen=True, slots=True)
class Shown:
    """Picture and words; `chart` is None where nothing can be drawn, `sites` where there is one site.

    now         the figure of the trial's days so far
    foundation  how much it stands on, compared with what, and what could not be used
    held        what is kept back of anonymous answers
    progress    predicted, and the change so far
    crossed     a guardrail that is crossed so far
    any         whether anything has been registered for it
    """

    key: str
    title: str
    perspective: str
    chart: type_chart | None
    sentence: str
    now: str
    foundation: str
    held: str
    progress: str
    crossed: bool
    sites: type_chart | None
    by: tuple[str, ...]
    any: bool = True


def show(result: MeasureResult, around: Around, *, guardrail: bool = False) -> Shown:
    """The measure with everything that belongs to it."""
    measure, held = result.measure, held_back(result)
    title = _("%(title)s (constructed)") % {"title": measure.title} if around.constructed else measure.title
    chart, text, earlier, since = _shown(result, title, around)
    whole = result.whole.whole.withheld
    expected = around.expected
    return Shown(
        key=measure.key,
        title=measure.title,
        perspective=measure.perspective,
        chart=None if whole else chart,
        sentence=held if whole else text,
        now=so_far(result),
        foundation="" if whole else foundation(result, around),
        held="" if whole else held,
        progress=progress(expected, earlier, since, measure.unit) if expected else "",
        crossed=guardrail and expected is not None and is_crossed(expected, earlier, since, measure.unit),
        sites=sites_picture(result, title, around, followed=_followed(result)),
        by=measure.by,
        any=_has_any(result),
    )


def _has_any(result: MeasureResult) -> bool:
    points = (result.whole.whole, result.whole.before)
    return any(point is not None and (point.n > 0 or point.withheld) for point in points)


def _followed(result: MeasureResult) -> bool:
    """Is it shown over time? Windows and a whole phase are rows."""
    return result.measure.chart not in {"bars", "none"} and result.measure.period not in {"window", "phase"}


def _shown(
    result: MeasureResult, title: str, around: Around
) -> tuple[type_chart | None, str, float | None, float | None]:
    if _followed(result):
        found: OverTime = over_time(result)
        text = sentence(result, found, around)
        if all(point.value is None for point in found.points):
            return None, text, None, None
        return picture(result, found, title, text, around), text, found.earlier, found.since
    rows = named_points(result)
    text = levels_sentence(result, rows, around)
    base, whole = result.baseline.point, result.whole.whole
    earlier = (
        float(base.value)
        if base is not None and base.value is not None and not result.baseline.unit
        else None
    )
    since = None if whole.value is None else float(whole.value)
    if all(point.value is None for _label, point in rows):
        return None, text, earlier, since
    return levels(result, rows, title, text, around), text, earlier, since
