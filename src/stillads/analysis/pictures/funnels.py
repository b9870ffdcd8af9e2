"""Sites against what chance explains: a p chart over names, its limits drawn for every size between."""

import math

from stillads.analysis.spc import Kind, Options, chart, subgroups
from stillads.charts.funnel_plot import FunnelPlot, Site

FEWEST_SITES = 3  # between two there is only a difference
STEPS = 24


def funnel_plot(
    parts: list[tuple[str, int, int]], *, title: str, based_on: str = "", description: str = ""
) -> FunnelPlot:
    """Sites as (name, so many, of so many). With fewer than three sites there is no funnel and nobody outside."""
    whole = [0 <= part <= out_of and out_of > 0 for _label, part, out_of in parts]
    shares = [float(part) if good else None for (_label, part, _of), good in zip(parts, whole, strict=True)]
    found = chart(
        Kind.SHARE,
        subgroups(shares, [float(max(out_of, 0)) for _label, _part, out_of in parts]),
        Options(multiply=100, ordered=False),
    )
    judged = sum(whole) >= FEWEST_SITES
    drawn = tuple(
        Site(label, point.value, out_of if good else 0, outside=judged and point.outside)
        for (label, _part, out_of), point, good in zip(parts, found.points, whole, strict=True)
    )
    level = next((point.centre for point in found.points if point.centre is not None), None)
    sizes = [out_of for (_label, _part, out_of), good in zip(parts, whole, strict=True) if good]
    funnel = _funnel(level, max(sizes, default=0)) if judged else ()
    return FunnelPlot(title, drawn, level, funnel, based_on=based_on, description=description)


def _funnel(level: float | None, greatest: int) -> tuple[tuple[float, float, float], ...]:
    if level is None or greatest < 1:
        return ()
    share = level / 100
    found = []
    for step in range(1, STEPS + 1):
        size = greatest * 1.1 * (step / STEPS) ** 2
        if size < 1:
            continue
        half = 300 * math.sqrt(share * (1 - share) / size)
        found.append((size, max(0.0, level - half), min(100.0, level + half)))
    return tuple(found)
