"""All pictures of figures by one way in: `draw` and `table` of whatever chart there is."""

from collections.abc import Callable

from . import (
    before_after,
    flow_times,
    funnel,
    funnel_plot,
    heatmap,
    likert,
    pareto,
    run_chart,
    small_multiples,
    svg,
)  # fmt: skip
from .before_after import BeforeAfter
from .flow_times import FlowTimes
from .funnel import Funnel
from .funnel_plot import FunnelPlot
from .heatmap import Heatmap
from .likert_data import LikertChart
from .pareto import Pareto
from .run_data import RunChart
from .small_multiples import SmallMultiples
from .table import Table

type_chart = (
    RunChart | BeforeAfter | LikertChart | Pareto | Heatmap | Funnel | FunnelPlot | SmallMultiples | FlowTimes
)


def draw(chart: type_chart, *, size: str = "page", standalone: bool = False, colour: str = svg.OWN) -> str:
    """The picture as SVG. `size`: page, or narrow for a phone; `standalone`: for paper and files."""
    return _DRAW[type(chart)](chart, size=size, standalone=standalone, colour=colour)


def table(chart: type_chart) -> Table:
    """The same figures as rows."""
    return _TABLE[type(chart)](chart)


_DRAW: dict[type, Callable[..., str]] = {
    RunChart: run_chart.draw,
    BeforeAfter: before_after.draw,
    LikertChart: likert.draw,
    Pareto: pareto.draw,
    Heatmap: heatmap.draw,
    Funnel: funnel.draw,
    FunnelPlot: funnel_plot.draw,
    SmallMultiples: small_multiples.draw,
    FlowTimes: flow_times.draw,
}
_TABLE: dict[type, Callable[..., Table]] = {
    RunChart: run_chart.table,
    BeforeAfter: before_after.table,
    LikertChart: likert.table,
    Pareto: pareto.table,
    Heatmap: heatmap.table,
    Funnel: funnel.table,
    FunnelPlot: funnel_plot.table,
    SmallMultiples: small_multiples.table,
    FlowTimes: flow_times.table,
}
