"""A task that waits for a file, to be killed meanwhile."""

import time
from pathlib import Path

from django_tasks import task


@task()
def wait_for(place: str) -> str:
    """Writes `begun` into the directory `place`, then waits for `go` to be there."""
    (Path(place) / "begun").touch()
    for _ in range(600):
        if (Path(place) / "go").exists():
            return "done"
        time.sleep(0.05)
    raise TimeoutError(place)
