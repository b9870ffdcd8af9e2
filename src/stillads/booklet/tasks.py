"""What the worker does for booklets."""

from django_tasks import task

from .actions.render import render_missing


@task()
def render_edition(public_id: str) -> int:
    """Makes the files of an edition that are not there yet; returns how many."""
    return render_missing(public_id)
