"""`manage.py worker`, and what `stillads worker` calls."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from stillads.jobs.worker import work


class Command(BaseCommand):
    """Background tasks, the schedule and the sweep."""

    help = "do the background work"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declares --batch."""
        parser.add_argument("--batch", action="store_true", help="do what waits and what is due, then end")

    def handle(self, *args: Any, **options: Any) -> None:
        """Works."""
        work(batch=options["batch"])
