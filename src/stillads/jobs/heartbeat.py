"""Workers that live, and workers that don't any more."""

import os
import socket
from datetime import datetime, timedelta

from .models import WorkerBeat

SILENCE = timedelta(seconds=45)  # a worker that says nothing for so long is taken for dead


def beat(worker: str, *, at: datetime) -> None:
    """Says that `worker`, this process, lives."""
    WorkerBeat.objects.update_or_create(
        worker=worker, defaults={"host": socket.gethostname(), "process": os.getpid(), "beat_at": at}
    )


def forget(worker: str) -> None:
    """A worker ends in good order."""
    WorkerBeat.objects.filter(worker=worker).delete()


def living(*, at: datetime) -> set[str]:
    """The workers that live at `at`; the rows of the others are removed."""
    dead = [one.worker for one in WorkerBeat.objects.all() if one.beat_at < at - SILENCE or _has_gone(one)]
    WorkerBeat.objects.filter(worker__in=dead).delete()
    return set(WorkerBeat.objects.values_list("worker", flat=True))


def _has_gone(one: WorkerBeat) -> bool:
    """On this machine we need not wait for the silence: its process is there or it is not."""
    if one.host != socket.gethostname():
        return False
    try:
        os.kill(one.process, 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False
