"""What a run chart says in words: its points, its signals, its gaps."""

from dataclasses import dataclass

from stillads.kernel.dates import format_date
from stillads.kernel.language import gettext as _

from .figures import drawable, rounded, said
from .periods import period_name, several_years
from .run_data import RunChart, RunPoint

MOST_SPANS = 6


@dataclass(frozen=True, slots=True)
class Telling:
    """A chart with the words it needs, looked up once. `year`: a period is not plain without its year."""

    chart: RunChart
    year: bool
    missing: str
    outside: str
    run: str
    excluded: str
    based: str

    def name(self, point: RunPoint) -> str:
        """The period of a point."""
        return period_name(point, self.chart.period, year=self.year)

    def reading(self, point: RunPoint) -> str:
        """One point read aloud: `uge 33: 41 % (12 af 29)`, with its signal."""
        if drawable(point.value) is None:
            return f"{self.name(point)}: {self.missing}"
        text = f"{self.name(point)}: {rounded(point.value, self.chart.unit)}"
        if drawable(point.counted) is not None and drawable(point.out_of) is not None:
            text += f" ({self.based % {'part': said(point.counted), 'all': said(point.out_of)}})"
        word = self.signal(point)
        return f"{text}, {word}" if word else text

    def signal(self, point: RunPoint) -> str:
        """What is to be said of a point by its shape; empty for an ordinary one."""
        if drawable(point.value) is None:
            return self.missing
        if point.excluded:
            return self.excluded
        if self.chart.dots_only or not point.signal:
            return ""
        return self.outside if point.signal == "outside" else self.run

    def note(self, point: RunPoint) -> str:
        """What the table says of a period: its signal, that it is missing, and what happened in it."""
        word = self.signal(point)
        chart, parts = self.chart, [_("long run") if word == self.run else word]
        if chart.start is not None and point.first <= chart.start <= point.last:
            parts.append(_("day 1: %(date)s") % {"date": format_date(chart.start, year=False)})
        parts.extend(w.label for w in chart.windows if w.first <= point.last and w.last >= point.first)
        parts.extend(mark.label for mark in chart.marks if point.first <= mark.day <= point.last)
        return "; ".join(part for part in parts if part)

    def periods(self, word: str) -> str:
        """The periods of which a signal's word is said: `uge 24, uge 27–31`."""
        spans: list[list[int]] = []
        for at, point in enumerate(self.chart.points):
            if self.signal(point) != word:
                continue
            if spans and at == spans[-1][-1] + 1:
                spans[-1].append(at)
            else:
                spans.append([at])
        names = [self._span(span) for span in spans]
        if len(names) > MOST_SPANS:
            names = [*names[: MOST_SPANS - 1], _("%(n)d more") % {"n": len(names) - MOST_SPANS + 1}]
        return ", ".join(names)

    def _span(self, places: list[int]) -> str:
        """`uge 27`, `uge 27–31`, `uge 51, 2020 – uge 3, 2021`."""
        first, last = (self.name(self.chart.points[at]) for at in (places[0], places[-1]))
        if first == last:
            return first
        if self.chart.period == "week" and not self.year:
            return f"{first}–{last.removeprefix('uge ')}"
        return f"{first} – {last}"

    def description(self) -> str:
        """Where there is no sentence: the first and the last figure."""
        there = [point for point in self.chart.points if drawable(point.value) is not None]
        if len(there) < 2:
            return "".join(f"{self.reading(point)}." for point in there)
        both = {"first": self.reading(there[0]), "last": self.reading(there[-1])}
        return _("From %(first)s to %(last)s.") % both


def telling(chart: RunChart) -> Telling:
    """The chart with its words in the language of the page."""
    return Telling(
        chart,
        year=several_years(chart.points),
        missing=_("missing"),
        outside=_("outside the limits"),
        run=_("long run on one side of the middle"),
        excluded=_("not counted"),
        based=_("%(part)s out of %(all)s"),
    )
