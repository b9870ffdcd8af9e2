"""A killed worker loses no task: the sweep puts it back, but not for ever."""

import os
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

import pytest
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from tests.harness.databases import CHECKOUT, PostgreSQL, SQLite
from tests.jobs.slow import wait_for

from stillads.jobs.heartbeat import SILENCE, beat, living
from stillads.jobs.models import WorkerBeat
from stillads.jobs.sweep import ATTEMPTS, StoredTask, Swept, sweep
from stillads.jobs.tasks import run_job
from stillads.kernel.clock import now


def _running(*workers: str) -> StoredTask:
    run_job.enqueue("daily.forget_sessions", now().isoformat())
    task = DBTaskResult.objects.get()
    task.worker_ids = list(workers[:-1])
    task.claim(workers[-1])
    return task


@pytest.mark.django_db
def test_the_task_of_a_living_worker_is_left_alone() -> None:
    beat("a", at=now())
    _running("a")
    assert sweep(at=now()) == Swept(0, 0)
    assert DBTaskResult.objects.get().status == TaskResultStatus.RUNNING


@pytest.mark.django_db
def test_the_task_of_a_silent_worker_waits_again() -> None:
    beat("a", at=now() - SILENCE - timedelta(seconds=1))
    _running("a")
    assert sweep(at=now()) == Swept(1, 0)
    assert DBTaskResult.objects.get().status == TaskResultStatus.READY


@pytest.mark.django_db
def test_a_worker_of_this_machine_whose_process_has_gone_is_dead_at_once() -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    beat("a", at=now())
    WorkerBeat.objects.update(process=ended.pid)
    assert living(at=now()) == set()


@pytest.mark.django_db
def test_a_task_that_killed_three_workers_is_given_up_with_the_reason() -> None:
    _running(*"abc"[:ATTEMPTS])
    assert sweep(at=now()) == Swept(0, 1)
    task = DBTaskResult.objects.get()
    assert (task.status, task.traceback) == (
        TaskResultStatus.FAILED,
        "The worker died 3 times while at it.",
    )


@pytest.mark.django_db(transaction=True)
def test_a_task_whose_worker_is_killed_is_done_by_the_next_worker(
    django_db_setup: SQLite | PostgreSQL, tmp_path: Path
) -> None:
    # Given a worker in the middle of a task
    wait_for.enqueue(str(tmp_path))
    environment = {**os.environ, **django_db_setup.variables(), "PYTHONPATH": "src"}
    command = [sys.executable, "-m", "stillads.cli.main", "worker"]
    worker = subprocess.Popen(command, cwd=CHECKOUT, env=environment)
    try:
        while not (tmp_path / "begun").exists():
            assert worker.poll() is None
            time.sleep(0.05)
    finally:
        # When it is killed outright
        worker.kill()
        worker.wait()
    assert DBTaskResult.objects.get(task_path__endswith="wait_for").status == TaskResultStatus.RUNNING

    # Then the next one does the task
    (tmp_path / "go").touch()
    subprocess.run([*command, "--batch"], cwd=CHECKOUT, env=environment, check=True, timeout=60)
    task = DBTaskResult.objects.get(task_path__endswith="wait_for")
    assert (task.status, task.return_value, len(task.worker_ids)) == (
        TaskResultStatus.SUCCESSFUL,
        "done",
        2,
    )
    assert WorkerBeat.objects.count() == 0
