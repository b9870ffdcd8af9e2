"""The sentences of every code: what belongs there, and what to do. One file per source of codes.

Words in them: %(known)s lists what could stand there, %(said)s is what stands there; others come with the fault.
"""

from typing import Final

from .base import Told, type_sentences
from .checks import CHECKS
from .files import FILES
from .kinds import KINDS
from .measures import MEASURES
from .shape import SHAPE

SENTENCES: Final[type_sentences] = {**FILES, **SHAPE, **KINDS, **CHECKS, **MEASURES}


def told(code: str) -> Told:
    """The sentences of `code`."""
    return SENTENCES[code]
