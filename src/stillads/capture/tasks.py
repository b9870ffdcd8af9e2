"""What the worker does for registrations."""

from django_tasks import task

from .actions.series.undo import undo_by
from .actions.series.uploads import work_by


@task()
def read_series(upload: str, person: int) -> int:
    """Looks at, or reads in, a file of figures on behalf of a person; returns how many rows."""
    return work_by(upload, person)


@task()
def undo_series(batch: str, person: int) -> int:
    """Takes a whole file of figures back on behalf of a person; returns how many rows."""
    return undo_by(batch, person)
