"""Ideas, themes, lineage, givers."""

from .giver import DoorCount, IdeaGiver, IdeaNews
from .idea import Idea, IdeaLineage, IdeaTransition, Workshop
from .theme import Theme

__all__ = [
    "DoorCount",
    "Idea",
    "IdeaGiver",
    "IdeaLineage",
    "IdeaNews",
    "IdeaTransition",
    "Theme",
    "Workshop",
]
