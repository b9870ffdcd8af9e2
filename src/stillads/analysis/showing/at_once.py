"""A measure that is not followed over time: before, its windows, and the trial as rows."""

from stillads.charts.before_after import BeforeAfter, Level
from stillads.kernel.language import gettext as _

from ..measures import MeasureResult, Point
from ..measures.results import SHARES
from ..pictures import before_after
from ..sentences import Topic, share_difference
from ..sentences.topic import subject
from ..sentences.words import amount, joined
from .around import Around
from .kinds import what_of

type_named = list[tuple[str, Point]]


def named_points(result: MeasureResult) -> type_named:
    """What stands as rows, in the order of time: the baseline, the windows of the trial or all of it."""
    rows: type_named = []
    base = result.baseline
    if base.point is not None and base.point.value is not None and not base.unit:
        rows.append((base.point.period.title or baseline_word(base.kind), base.point))
    if result.measure.period == "window":
        trial = [p for p in result.whole.points if p.period.part == "trial" and p.value is not None]
        rows += [(point.period.title, point) for point in trial]
        if trial:
            return rows
    return [*rows, (_("Since day 1"), result.whole.whole)]


def baseline_word(kind: str) -> str:
    """The row of what it is compared with."""
    return {
        "last_year": _("The same days last year"),
        "comparison_sites": _("Sites without the trial"),
    }.get(kind, _("Before day 1"))


def levels(result: MeasureResult, rows: type_named, title: str, text: str, around: Around) -> BeforeAfter:
    """The picture. Intervals only of shares, and only where each was counted once."""
    if result.measure.how in SHARES:
        return before_after(
            [(label, _part(point)) for label, point in rows], title=title, sampling=around.sampling, description=text
        )  # fmt: skip
    drawn = tuple(Level(label, None if p.value is None else float(p.value)) for label, p in rows)
    return BeforeAfter(title, drawn, result.measure.unit, text)


def levels_sentence(result: MeasureResult, rows: type_named, around: Around) -> str:
    """The newest against what it is compared with."""
    measure, (_label, newest) = result.measure, rows[-1]
    base = rows[0][1] if len(rows) > 1 and rows[0][1] is result.baseline.point else None
    if measure.how in SHARES:
        topic = Topic(what_of(measure), "%", sampling=around.sampling)
        return share_difference(_part(base) if base else None, _part(newest), topic)
    unit = measure.unit
    if newest.value is None and base is not None and base.value is not None:
        only = {"what": subject(what_of(measure)), "value": amount(float(base.value), unit)}
        return _("%(what)s was %(value)s before day 1. There are no figures since.") % only
    if newest.value is None:
        return _("Nothing has been registered yet.")
    now = _("%(what)s is %(value)s.") % {
        "what": subject(what_of(measure)), "value": amount(float(newest.value), unit),
    }  # fmt: skip
    if base is None or base.value is None:
        return joined((now, _("There are no figures from before day 1 to compare with.")))
    was = _("Before it was %(value)s.") % {"value": amount(float(base.value), unit)}
    return joined((now, was, _("From two figures it cannot be told whether that is more than chance.")))


def _part(point: Point) -> tuple[int, int] | None:
    if point.value is None or point.numerator is None or point.denominator is None:
        return None
    return int(point.numerator), int(point.denominator)
