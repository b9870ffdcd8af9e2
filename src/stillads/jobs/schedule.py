"""The schedule: the folders `minutely`, `hourly` and `daily`, one file per job."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib import import_module
from pkgutil import iter_modules

from django.db import transaction

from stillads.kernel.clock import COPENHAGEN

from .models import ScheduledJob
from .tasks import run_job

DAY_BEGINS = timedelta(hours=6)  # nobody wants a reminder at midnight

# folder: the slot in which a moment falls; slots sort as text
_SLOTS: dict[str, Callable[[datetime], str]] = {
    "minutely": lambda at: at.strftime("%Y-%m-%dT%H:%M"),
    "hourly": lambda at: at.strftime("%Y-%m-%dT%H"),
    "daily": lambda at: (at - DAY_BEGINS).strftime("%Y-%m-%d"),
}


@dataclass(frozen=True)
class Job:
    """A file of one of the folders."""

    name: str  # "daily.remind"
    folder: str

    def slot(self, at: datetime) -> str:
        """The minute, hour or day of Copenhagen that `at` belongs to."""
        return _SLOTS[self.folder](at.astimezone(COPENHAGEN))


def jobs() -> list[Job]:
    """Every job there is, by folder and name."""
    return [
        Job(f"{folder}.{module.name}", folder)
        for folder in _SLOTS
        for module in iter_modules(import_module(f"stillads.jobs.{folder}").__path__)
    ]


def queue_due(*, at: datetime) -> list[str]:
    """Queues each job whose slot has come, once per slot however many workers ask. Returns their names.

    Slots that passed while no worker ran are not made up for: the next one does the work.
    """
    reached = dict(ScheduledJob.objects.values_list("name", "slot"))
    due = [job for job in jobs() if reached.get(job.name, "") < job.slot(at)]
    return [job.name for job in due if _queue(job, at)]


@transaction.atomic
def _queue(job: Job, at: datetime) -> bool:
    ScheduledJob.objects.get_or_create(name=job.name)
    first = ScheduledJob.objects.filter(name=job.name, slot__lt=job.slot(at)).update(slot=job.slot(at))
    if first:
        run_job.enqueue(job.name, at.isoformat())
    return bool(first)
