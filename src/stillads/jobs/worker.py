"""The worker: takes tasks, and beside that keeps the schedule and the sweep going."""

import logging
import secrets
import threading
from datetime import timedelta

from django.db import DatabaseError, connection
from django_tasks_db.management.commands.db_worker import Worker

from stillads.kernel.clock import now

from .heartbeat import beat, forget
from .schedule import queue_due
from .sweep import sweep

PAUSE = timedelta(seconds=10)
logger = logging.getLogger(__name__)


def look_after(worker: str) -> None:
    """One round: says that the worker lives, puts back orphans, queues what is due."""
    moment = now()
    beat(worker, at=moment)
    sweep(at=moment)
    queue_due(at=moment)


def work(*, batch: bool = False) -> None:
    """Works until SIGINT or SIGTERM; with `batch` until nothing waits."""
    name = secrets.token_hex(12)
    worker = Worker(
        queue_names=["*"],
        interval=0.5,
        batch=batch,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=name,
        excluded_queue_names=[],
    )
    worker.configure_signals()
    logging.getLogger("django_tasks_db").setLevel(logging.ERROR)  # being told to stop is no warning
    look_after(name)
    ended = threading.Event()
    threading.Thread(target=_keep_looking, args=(name, ended), daemon=True).start()
    try:
        worker.run()
    finally:
        ended.set()
        forget(name)


def _keep_looking(worker: str, ended: threading.Event) -> None:
    while not ended.wait(PAUSE.total_seconds()):
        try:
            look_after(worker)
        except DatabaseError:
            logger.exception("The schedule could not be looked after; trying again.")
        finally:
            connection.close()
