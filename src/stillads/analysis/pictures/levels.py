"""Shares before and after as a picture, with intervals where the sampling justifies them."""

from stillads.analysis.sentences.topic import Sampling, why_no_interval
from stillads.analysis.smallsample import wilson
from stillads.charts.before_after import BeforeAfter, Level

type_part = tuple[int, int] | None


def before_after(
    levels: list[tuple[str, type_part]], *, title: str, sampling: Sampling, description: str = ""
) -> BeforeAfter:
    """Names with so many of so many, in the order of time; None and "of none" have no figure.

    A part that is greater than its whole has none either: it is somebody's mistake.
    """
    drawn = tuple(_level(label, part, interval=sampling is Sampling.EACH_ONCE) for label, part in levels)
    return BeforeAfter(title, drawn, "%", description, why_no_interval(sampling))


def _level(label: str, part: type_part, *, interval: bool) -> Level:
    if part is None or not 0 <= part[0] <= part[1] or not part[1]:
        return Level(label)
    share = 100 * part[0] / part[1]
    if not interval:
        return Level(label, share, counted=part[0], out_of=part[1])
    found = wilson(*part).interval
    return Level(label, share, 100 * found.low, 100 * found.high, part[0], part[1])
