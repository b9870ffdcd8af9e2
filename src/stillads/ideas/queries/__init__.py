"""Reading ideas."""

from .detail import Action, IdeaDetail, Relative, idea_detail
from .listing import SORTS, IdeaFilter, IdeaPage, IdeaRow, ideas_page
from .options import ThemeRow, UnitOption, WorkshopRow, themes, units, workshops
from .picked import Picked, picked_ideas
from .status import IdeaStatus, StatusStep, status_of

__all__ = [
    "SORTS",
    "Action",
    "IdeaDetail",
    "IdeaFilter",
    "IdeaPage",
    "IdeaRow",
    "IdeaStatus",
    "Picked",
    "Relative",
    "StatusStep",
    "ThemeRow",
    "UnitOption",
    "WorkshopRow",
    "idea_detail",
    "ideas_page",
    "picked_ideas",
    "status_of",
    "themes",
    "units",
    "workshops",
]
