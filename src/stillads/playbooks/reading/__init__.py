"""Reading and writing playbooks: YAML in, every problem at once, YAML out."""

from ..checks import Vocabulary
from .problem import Problem, Reading, Sentence
from .read import check_data, load, read_playbook

__all__ = ["Problem", "Reading", "Sentence", "Vocabulary", "check_data", "load", "read_playbook"]
