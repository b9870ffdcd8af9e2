"""From the evaluation as the room gives it to what the templates show."""

from .editing import Editing
from .page import present

__all__ = ["Editing", "present"]
