"""Tables of the room."""

from .schedule import ScheduledJob
from .worker import WorkerBeat

__all__ = ["ScheduledJob", "WorkerBeat"]
