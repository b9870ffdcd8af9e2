"""Evaluations, findings, evidence, recommendations, ledger."""

from .evaluation import Evaluation, EvaluationTransition, KeptSave, TextField
from .finding import SIDES, Box, EvidenceLink, Finding
from .outcome import LearningNote, LedgerLine, Rating, RecommendationPart

__all__ = [
    "SIDES",
    "Box",
    "Evaluation",
    "EvaluationTransition",
    "EvidenceLink",
    "Finding",
    "KeptSave",
    "LearningNote",
    "LedgerLine",
    "Rating",
    "RecommendationPart",
    "TextField",
]
