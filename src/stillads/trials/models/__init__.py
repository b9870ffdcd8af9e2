"""Rounds, trials, phases, sites, windows, predictions, participation."""

from .handover import LeadHandover
from .log import LogEntry
from .people import Participant, Participation
from .phase import Phase, PhaseSite, PhaseTransition, Window
from .prediction import PERSPECTIVES, Criterion, Figure, Prediction, PredictionAmendment
from .round import Milestone, Round, RoundMove, RoundTransition
from .trial import Stage, Trial, TrialLink, TrialTransition

__all__ = [
    "PERSPECTIVES",
    "Criterion",
    "Figure",
    "LeadHandover",
    "LogEntry",
    "Milestone",
    "Participant",
    "Participation",
    "Phase",
    "PhaseSite",
    "PhaseTransition",
    "Prediction",
    "PredictionAmendment",
    "Round",
    "RoundMove",
    "RoundTransition",
    "Stage",
    "Trial",
    "TrialLink",
    "TrialTransition",
    "Window",
]
