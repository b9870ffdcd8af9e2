"""What pages, booklet and boards read."""

from .carrying import carriable_of
from .page import evaluation_of, evaluations_of
from .people import people_who_may_own
from .phases import Opening, opening_of
from .progress import Progress, evaluation_progress
from .reviewing import waiting_for
from .types import EvaluationPage

__all__ = [
    "EvaluationPage",
    "Opening",
    "Progress",
    "carriable_of",
    "evaluation_of",
    "evaluation_progress",
    "evaluations_of",
    "opening_of",
    "people_who_may_own",
    "waiting_for",
]
