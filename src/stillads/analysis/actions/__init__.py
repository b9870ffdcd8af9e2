"""What can be done here: verdicts fall, numbers are released; audited."""

from .release import release_figure, release_figures
from .verdicts import fall_due_verdicts, fall_verdicts

__all__ = ["fall_due_verdicts", "fall_verdicts", "release_figure", "release_figures"]
