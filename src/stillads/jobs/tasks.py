"""The task that runs a job of the schedule."""

from datetime import datetime
from importlib import import_module

from django_tasks import task


@task()
def run_job(name: str, at: str) -> str:
    """Runs `stillads.jobs.<name>` for the moment `at` (ISO 8601); returns what the job says it did."""
    module = import_module(f"stillads.jobs.{name}")
    said: str = module.run(datetime.fromisoformat(at))
    return said
