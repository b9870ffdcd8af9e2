"""Statistical process control in plain Python: figures in, points with lines and signals out.

`chart(kind, subgroups(values, denominators), options)` for the charts of the improvement field with Anhøj's rules;
`making_data_count(values, …)` for the NHS rules. Nothing here knows a database, a word of Danish or a picture.
"""

from .chart import Chart, Point, chart
from .kinds import CannotChart, Kind, Method, Options
from .nhs import Assurance, Direction, Meaning, NhsChart, NhsPoint, SpecialCause, making_data_count
from .runs import Runs
from .subgroups import Subgroup, grouped, subgroups

__all__ = [
    "Assurance",
    "CannotChart",
    "Chart",
    "Direction",
    "Kind",
    "Meaning",
    "Method",
    "NhsChart",
    "NhsPoint",
    "Options",
    "Point",
    "Runs",
    "SpecialCause",
    "Subgroup",
    "chart",
    "grouped",
    "making_data_count",
    "subgroups",
]
