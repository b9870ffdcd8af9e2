"""Puts back the tasks of killed workers: django-tasks-db leaves them as running for ever."""

import logging
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from .heartbeat import living

ATTEMPTS = 3
StoredTask = DBTaskResult[..., Any]
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Swept:
    """How many tasks wait again, and how many were given up."""

    queued: int = 0
    given_up: int = 0


def sweep(*, at: datetime) -> Swept:
    """Queues every task whose worker has died, at most ATTEMPTS times; then it counts as failed.

    A task may therefore run more than once, and must be idempotent.
    """
    alive = living(at=at)
    orphans = [task for task in DBTaskResult.objects.running() if _is_orphan(task, alive)]
    given_up = [task for task in orphans if len(task.worker_ids) >= ATTEMPTS]
    for task in given_up:
        _close(task, at)
    queued = sum(_queue(task) for task in orphans if task not in given_up)
    if orphans:
        logger.warning("Swept: %d tasks wait again, %d given up.", queued, len(given_up))
    return Swept(queued, len(given_up))


def _is_orphan(task: StoredTask, alive: set[str]) -> bool:
    # A worker says that it lives before it takes its first task; so who is not in the list has gone.
    return not task.worker_ids or task.worker_ids[-1] not in alive


def _queue(task: StoredTask) -> int:
    return _if_unchanged(task, status=TaskResultStatus.READY)


def _close(task: StoredTask, at: datetime) -> int:
    return _if_unchanged(
        task,
        status=TaskResultStatus.FAILED,
        finished_at=at,
        exception_class_path=f"{__name__}.WorkerDied",
        traceback=f"The worker died {len(task.worker_ids)} times while at it.",
    )


def _if_unchanged(task: StoredTask, **values: object) -> int:
    """Two sweeps at once, or a worker that was only slow: the first one counts."""
    same = DBTaskResult.objects.filter(
        pk=task.pk, status=TaskResultStatus.RUNNING, started_at=task.started_at
    )
    return int(same.update(**values))
