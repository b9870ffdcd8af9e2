"""Keeping the search index in step with what is written."""

from datetime import datetime

from ..models import Evaluation


def index_evaluation(evaluation: Evaluation, *, at: datetime) -> None:
    """Lets the evaluation be found by the words it has now; inside the caller's transaction."""
