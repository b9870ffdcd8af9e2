"""Reads a municipality's booklet of trials from running text, PDF or DOCX. Start at `sources.read_file`."""

from .ledger import WordsLost
from .model import Perspectives, Reading, TrialRead, Unplaced
from .reader import read_text
from .refusals import NotABooklet, Unreadable
from .sections import Why
from .sources import read_file

__all__ = [
    "NotABooklet",
    "Perspectives",
    "Reading",
    "TrialRead",
    "Unplaced",
    "Unreadable",
    "Why",
    "WordsLost",
    "read_file",
    "read_text",
]
