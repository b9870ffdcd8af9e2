"""The kinds of questions: one small file each, registered when this package is imported."""

from . import (  # noqa: F401  registration
    likert,
    moments,
    multiple_choice,
    number,
    references,
    single_choice,
    smiley,
    texts,
)
from .base import Question, question_kinds

__all__ = ["Question", "question_kinds"]
