"""What can be done with ideas."""

from .choose import mark_chosen, move_to_trial, release
from .decide import consider, decline, park
from .edit import edit_idea
from .enter import create_workshop, enter_many
from .erase import erase_givers
from .merge import merge_ideas
from .split import Part, split_idea
from .submit import Submitted, submit_idea
from .tell import tell_givers
from .themes import save_theme

__all__ = [
    "Part",
    "Submitted",
    "consider",
    "create_workshop",
    "decline",
    "edit_idea",
    "enter_many",
    "erase_givers",
    "mark_chosen",
    "merge_ideas",
    "move_to_trial",
    "park",
    "release",
    "save_theme",
    "split_idea",
    "submit_idea",
    "tell_givers",
]
