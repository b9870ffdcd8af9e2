"""Rounds that never were: what a playbook's measures could show, drawn by chance. Plain Python, no database.

A simulated round ends in the same daily sums (or registrations) as a real one, and everything after them is shared
with live data: `measures.compute`, `judging.judge`. It is used before a prediction is locked (what can a hundred
days at these places show?) and to see how often a trial without any effect is called a success.
"""

from .assumed import Assumed, CannotSimulate, Layout, NotAssumed, assumed_of
from .effects import Effect, change_of
from .outcomes import Shares, Tally, naive, of_trial, simulate
from .planning import Plan, plan
from .rounds import drawn

__all__ = [
    "Assumed",
    "CannotSimulate",
    "Effect",
    "Layout",
    "NotAssumed",
    "Plan",
    "Shares",
    "Tally",
    "assumed_of",
    "change_of",
    "drawn",
    "naive",
    "of_trial",
    "plan",
    "simulate",
]
