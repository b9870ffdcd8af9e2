"""What the pages and rooms above read."""

from .comparisons import ComparisonRow, PhaseComparison, comparisons_of

__all__ = ["ComparisonRow", "PhaseComparison", "comparisons_of"]
