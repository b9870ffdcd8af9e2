"""Counts: who stands behind most, when it happens, how many are left."""

from collections.abc import Callable, Iterator

from stillads.analysis.sentences import few, hours, left
from stillads.charts.funnel import Funnel, Step
from stillads.charts.heatmap import HOURS, Heatmap
from stillads.charts.pareto import Pareto, Share

from .example import Example


def examples() -> Iterator[Example]:
    """The examples in the order of the page."""
    yield from _pareto()
    yield from _heatmap()
    funnel = Funnel(
        "Fra spurgt til fast aftale", (Step("Spurgt", 63), Step("Sagde ja", 5), Step("Er med endnu", 1))
    )
    yield Example("tilbage", "Hvor mange er tilbage", funnel, left(funnel))
    unknown = Funnel(
        "Fra spurgt til aftale",
        (Step("Spurgt", 63), Step("Talte med en terapeut", None), Step("Fik en aftale", 9)),
    )
    yield Example("tilbage-ukendt", "Et trin blev ikke talt", unknown, left(unknown))


def _pareto() -> Iterator[Example]:
    counts = (48, 37, 22, 9, 6, 5, 4, 4, 3, 3, 2, 2, 2, *([1] * 18), *([0] * 32))
    shares = tuple(Share(f"Borger {at}", count) for at, count in enumerate(counts, start=1))
    chart = Pareto("Opkald pr. borger", shares, "opkald")
    yield Example("faa-ringer", "Få ringer mest", chart, few(chart, "borgere"))
    spread = Pareto(
        "Årsager til opkald",
        tuple(Share(word, 5) for word in ("Toilet", "Smerter", "Uro", "Andet")),
        "opkald",
    )
    yield Example("jaevnt", "Jævnt fordelt", spread, few(spread, "årsager"))


def _heatmap() -> Iterator[Example]:
    def count(day: int, hour: int) -> float | None:
        if day > 4 and hour < 7:
            return None
        return float(max(0, 14 - abs(hour - 8) * 2 - day) + (hour % 5) + (9 if hour == 20 else 0))

    busy = Heatmap("Opkald på ugens timer", _week(count), "opkald")
    yield Example("timer", "Timer og ugedage; natten i weekenden er ikke talt", busy, hours(busy))
    few_calls = Heatmap(
        "Opkald på ugens timer",
        _week(lambda day, hour: 1.0 if (day, hour) in {(1, 9), (3, 14)} else 0.0),
        "opkald",
    )
    yield Example("timer-faa", "For få til et mønster", few_calls, hours(few_calls))


def _week(count: Callable[[int, int], float | None]) -> tuple[tuple[float | None, ...], ...]:
    return tuple(tuple(count(day, hour) for hour in range(HOURS)) for day in range(7))
