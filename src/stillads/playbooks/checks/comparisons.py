"""What a measure is divided by and compared with: other measures, windows, its own baseline."""

from collections.abc import Iterator

from ..format.measures import Measure
from .base import Draft, Fault, Path, check


@check
def comparisons(draft: Draft) -> Iterator[Fault]:
    """Exposure, baseline and period of every measure."""
    for number, measure in draft.measures.items():
        path = ("measures", number)
        yield from _exposure(draft, measure, path)
        yield from _baseline(draft, measure, path)
        if measure.period == "window" and not draft.rows("windows"):
            yield Fault((*path, "period"), "no_windows")


def _exposure(draft: Draft, measure: Measure, path: Path) -> Iterator[Fault]:
    if measure.per is None:
        return
    said = measure.per.measure
    if (measure.per.kind == "measure") != (said is not None):
        yield Fault((*path, "per"), "exposure_measure")
    elif said == measure.key:
        yield Fault((*path, "per", "measure"), "measured_by_itself", {"said": said})
    elif said is not None and said not in draft.keys("measures"):
        yield Fault((*path, "per", "measure"), "unknown_measure", {"said": said}, draft.keys("measures"))


def _baseline(draft: Draft, measure: Measure, path: Path) -> Iterator[Fault]:
    baseline, where = measure.baseline, (*path, "baseline")
    if (baseline.kind == "window") != (baseline.window is not None):
        yield Fault(where, "baseline_window")
    elif baseline.window is not None and baseline.window not in draft.keys("windows"):
        words = {"said": baseline.window}
        yield Fault((*where, "window"), "unknown_window", words, draft.keys("windows"))
    if (baseline.kind == "series") != (baseline.measure is not None):
        yield Fault(where, "baseline_measure")
    elif baseline.measure is not None and baseline.measure not in draft.keys("measures"):
        words = {"said": baseline.measure}
        yield Fault((*where, "measure"), "unknown_measure", words, draft.keys("measures"))
    if baseline.kind == "own" and measure.direction != "none" and _closed_before(draft, measure):
        yield Fault((*path, "baseline"), "no_baseline", {"instrument": measure.instrument}, at_key=True)


def _closed_before(draft: Draft, measure: Measure) -> bool:
    """Is nothing registered before day 1? (Where its instrument could not be read, nobody knows.)"""
    early = {window.key for window in draft.windows.values() if window.first_day < 1}
    for instrument in draft.instruments.values():
        if instrument.key == measure.instrument:
            opening = instrument.open
            return not (early & set(opening.windows) if opening.windows else opening.baseline)
    return False
