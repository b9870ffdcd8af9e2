"""One set-up at a time."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.bootstrap.say import say


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Holds the lock file `path`; waits, and says so, while another process holds it.

    The system lets go of the lock when its holder dies, so an interrupted set-up blocks nobody.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Another set-up is at work; waiting for it.")
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
