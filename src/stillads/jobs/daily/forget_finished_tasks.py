"""Removes the tasks that were done a while ago, so that the queue stays small."""

from datetime import datetime, timedelta

from django_tasks_db.models import DBTaskResult

KEPT = timedelta(days=14)


def run(at: datetime) -> str:
    """Removes what ended, well or badly, more than KEPT ago."""
    removed, _ = DBTaskResult.objects.finished().filter(finished_at__lt=at - KEPT).delete()
    return f"{removed} finished tasks removed"
