"""An SPC chart as a picture: its points with their periods, lines and signals."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from stillads.analysis.sentences.signals import FEWEST_USEFUL
from stillads.analysis.spc import Chart, Point
from stillads.charts.line_data import Mark, Window
from stillads.charts.run_data import RunChart, RunPoint, type_period, type_signal


@dataclass(frozen=True, slots=True)
class Period:
    """The days of one point; both count."""

    first: date
    last: date


def run_chart(
    found: Chart,
    periods: Sequence[Period],
    *,
    title: str,
    unit: str = "",
    description: str = "",
    period: type_period = "week",
    start: date | None = None,
    windows: Sequence[Window] = (),
    marks: Sequence[Mark] = (),
    promised: float | None = None,
    judged: Chart | None = None,
) -> RunChart:
    """The picture of `found`, whose points stand for `periods` one by one (ValueError where they are not as many).

    `judged`: the chart of the same points by which a change is told from chance, its lines from before day 1. Its
    limits and signals are shown then, and its centre line is carried on beside the phases' own.
    """
    judge = judged or found
    useful = sum(each.useful for each in judge.runs)
    in_run = _in_long_runs(judge)
    based = found.kind.needs_denominator
    points = tuple(
        RunPoint(
            first=days.first,
            last=days.last,
            value=point.value,
            counted=point.sum if based else None,
            out_of=point.denominator if based else None,
            centre=point.centre,
            lower=lines.lower,
            upper=lines.upper,
            reference=lines.centre if judged and point.part > 1 else None,
            part=point.part,
            signal=_signal(lines, judge, in_run=at in in_run),
            excluded=not point.included,
        )
        for at, (point, lines, days) in enumerate(zip(found.points, judge.points, periods, strict=True))
    )
    return RunChart(
        title=title, points=points, unit=unit, description=description, period=period, start=start,
        windows=tuple(windows), marks=tuple(marks), dots_only=useful < FEWEST_USEFUL, promised=promised,
    )  # fmt: skip


def _signal(point: Point, found: Chart, *, in_run: bool) -> type_signal:
    if found.runs[point.part - 1].useful < FEWEST_USEFUL or not point.included:
        return ""
    if point.outside:
        return "outside"
    return "run" if in_run else ""


def _in_long_runs(found: Chart) -> set[int]:
    """Places (from 0) of the points in runs that are longer than chance explains; those on the line end no run."""
    places: set[int] = set()
    numbered = [(at, point) for at, point in enumerate(found.points) if _side(point)]
    for (part, _which), members in groupby(numbered, key=lambda pair: (pair[1].part, _side(pair[1]))):
        run, runs = list(members), found.runs[part - 1]
        if runs.signal and runs.longest_allowed is not None and len(run) > runs.longest_allowed:
            places.update(at for at, _point in run)
    return places


def _side(point: Point) -> int:
    if point.value is None or point.centre is None or not point.included:
        return 0
    return (point.value > point.centre) - (point.value < point.centre)
