"""What must hold between the parts of a playbook: one small file per concern, registered when imported."""

from . import (  # noqa: F401  registration
    comparisons,
    conditions,
    criteria,
    defaults,
    instruments,
    keys,
    measures,
    needed,
    theory,
    vocabulary,
    wish_areas,
    wording,
)
from .base import Draft, Fault, Vocabulary, faults_in

__all__ = ["Draft", "Fault", "Vocabulary", "faults_in"]
