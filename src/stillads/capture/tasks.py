"""What the worker does for registrations."""

from django_tasks import task

from .actions.series.uploads import work_by


@task()
def read_series(upload: str, person: int) -> int:
    """Looks at, or reads in, a file of figures on behalf of a person; returns how many rows."""
    return work_by(upload, person)
