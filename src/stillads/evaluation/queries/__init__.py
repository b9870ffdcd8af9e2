"""What pages, booklet and boards read."""

from .page import evaluation_of, evaluations_of
from .progress import Progress, evaluation_progress
from .types import EvaluationPage

__all__ = ["EvaluationPage", "Progress", "evaluation_of", "evaluation_progress", "evaluations_of"]
