"""Ideas, themes, lineage."""

from .idea import Idea, IdeaGiver, IdeaLineage, IdeaTransition, Theme, Workshop

__all__ = ["Idea", "IdeaGiver", "IdeaLineage", "IdeaTransition", "Theme", "Workshop"]
