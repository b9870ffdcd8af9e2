"""What pages and rooms above read of measures."""

from .breakdowns import measure_by, measure_by_weekday_and
from .results import givens_of, measures_of

__all__ = ["givens_of", "measure_by", "measure_by_weekday_and", "measures_of"]
