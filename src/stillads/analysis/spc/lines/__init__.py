"""The formula of each chart: a phase in, its lines out. A new chart is one file and one row here."""

from collections.abc import Callable, Mapping

from stillads.analysis.spc.kinds import Kind

from .counts import counts
from .individuals import individuals
from .means import means
from .moving_range import moving_range
from .opportunities import opportunities
from .phase import Lines, Phase
from .rates import rates, rates_laney
from .run import run
from .shares import shares, shares_laney
from .spreads import spreads
from .time_between import time_between
from .weighted import weighted

FORMULAE: Mapping[Kind, Callable[[Phase], Lines]] = {
    Kind.RUN: run,
    Kind.INDIVIDUALS: individuals,
    Kind.MOVING_RANGE: moving_range,
    Kind.WEIGHTED: weighted,
    Kind.SHARE: shares,
    Kind.SHARE_LANEY: shares_laney,
    Kind.RATE: rates,
    Kind.RATE_LANEY: rates_laney,
    Kind.COUNT: counts,
    Kind.OPPORTUNITIES: opportunities,
    Kind.TIME_BETWEEN: time_between,
    Kind.MEANS: means,
    Kind.SPREADS: spreads,
}
