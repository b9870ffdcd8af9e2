"""What pages and rooms above read of measures."""

from .breakdowns import measure_by, measure_by_weekday_and
from .dashboard import Summary, dashboard_of
from .results import givens_of, measures_of

__all__ = ["Summary", "dashboard_of", "givens_of", "measure_by", "measure_by_weekday_and", "measures_of"]
