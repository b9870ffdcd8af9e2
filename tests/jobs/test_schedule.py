"""Each job is queued once per minute, hour or day, and does its work when it runs."""

from datetime import datetime, timedelta
from importlib import import_module

import pytest
from django_tasks_db.models import DBTaskResult

from stillads.jobs.schedule import jobs, queue_due
from stillads.jobs.tasks import run_job
from stillads.kernel.clock import COPENHAGEN

pytestmark = pytest.mark.django_db
MORNING = datetime(2022, 5, 2, 6, 0, tzinfo=COPENHAGEN)


def _daily(at: datetime) -> list[str]:
    return [name for name in queue_due(at=at) if name.startswith("daily.")]


def test_every_job_of_the_schedule_says_what_it_does_and_can_run_twice() -> None:
    assert jobs()
    for job in jobs():
        assert import_module(f"stillads.jobs.{job.name}").run.__doc__
        first = run_job.func(job.name, MORNING.isoformat())
        assert isinstance(first, str)
        assert isinstance(run_job.func(job.name, MORNING.isoformat()), str)


def test_a_job_is_queued_once_in_its_slot() -> None:
    queued = queue_due(at=MORNING)
    assert queued == [job.name for job in jobs()]
    assert queue_due(at=MORNING + timedelta(seconds=59)) == []
    assert DBTaskResult.objects.count() == len(queued)


def test_a_day_begins_at_six_in_copenhagen() -> None:
    assert "daily.forget_sessions" in _daily(MORNING)
    assert _daily(MORNING + timedelta(hours=23, minutes=59)) == []
    assert "daily.forget_sessions" in _daily(MORNING + timedelta(days=1))


def test_days_without_a_worker_are_not_made_up_for() -> None:
    _daily(MORNING)
    assert len(_daily(MORNING + timedelta(days=9))) == len(set(_daily(MORNING + timedelta(days=10))))
