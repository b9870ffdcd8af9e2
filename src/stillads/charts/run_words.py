"""What a run chart says in words: its points, its signals, its gaps."""

from stillads.kernel.dates import format_date
from stillads.kernel.language import gettext as _

from .figures import drawable, rounded, said
from .periods import period_name, several_years
from .run_data import RunChart, RunPoint


def reading(point: RunPoint, chart: RunChart, *, year: bool) -> str:
    """One point read aloud: `uge 33: 41 % (12 af 29)`, with its signal. `year`: the year must be said."""
    name = period_name(point, chart.period, year=year)
    if drawable(point.value) is None:
        return _("%(period)s: missing") % {"period": name}
    text = f"{name}: {rounded(point.value, chart.unit)}"
    if drawable(point.counted) is not None and drawable(point.out_of) is not None:
        text += (
            f" ({_('%(part)s out of %(all)s') % {'part': said(point.counted), 'all': said(point.out_of)}})"
        )
    words = signal_word(point, chart)
    return f"{text}, {words}" if words else text


def signal_word(point: RunPoint, chart: RunChart) -> str:
    """What is to be said of a point by its shape."""
    if point.excluded:
        return _("not counted")
    if chart.dots_only:
        return ""
    return {"outside": _("outside the limits"), "run": _("long run on one side of the middle"), "": ""}[
        point.signal
    ]


def note_of(point: RunPoint, chart: RunChart) -> str:
    """What the table says of a period: that it is missing, its signal, and what happened in it."""
    parts = [_("missing")] if drawable(point.value) is None else [signal_word(point, chart)]
    if chart.start is not None and point.first <= chart.start <= point.last:
        parts.append(_("day 1: %(date)s") % {"date": format_date(chart.start, year=False)})
    parts.extend(
        window.label for window in chart.windows if window.first <= point.last and window.last >= point.first
    )
    parts.extend(mark.label for mark in chart.marks if point.first <= mark.day <= point.last)
    return "; ".join(part for part in parts if part)


def described(chart: RunChart, word: str) -> str:
    """The periods of which `word` is said (`signal_word`, or `missing`): `uge 24, uge 27–31`; empty where none is."""
    gone = word == _("missing")
    places = [
        at
        for at, point in enumerate(chart.points)
        if (drawable(point.value) is None) == gone and (gone or word == signal_word(point, chart))
    ]
    spans: list[list[int]] = []
    for at in places:
        if spans and at == spans[-1][-1] + 1:
            spans[-1].append(at)
        else:
            spans.append([at])
    names = [_span(chart, span) for span in spans]
    if len(names) > 6:
        names = [*names[:5], _("%(n)d more") % {"n": len(names) - 5}]
    return ", ".join(names)


def _span(chart: RunChart, places: list[int]) -> str:
    """`uge 27`, `uge 27–31`, `uge 51, 2020 – uge 3, 2021`."""
    year = several_years(chart.points)
    first, last = (period_name(chart.points[at], chart.period, year=year) for at in (places[0], places[-1]))
    if first == last:
        return first
    if chart.period == "week" and not year:
        return f"{first}–{last.removeprefix('uge ')}"
    return f"{first} – {last}"


def description(chart: RunChart) -> str:
    """Where there is no sentence: the span, the first and the last figure."""
    there = [point for point in chart.points if drawable(point.value) is not None]
    if not there:
        return ""
    if len(there) == 1:
        return f"{reading(there[0], chart, year=False)}."
    year = several_years(chart.points)
    return _("From %(first)s to %(last)s.") % {
        "first": reading(there[0], chart, year=year),
        "last": reading(there[-1], chart, year=year),
    }
