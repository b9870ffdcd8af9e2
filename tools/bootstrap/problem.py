"""What stops a start, said in one line that ends with the way out."""

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

EXIT = 3
NEEDED = 1_200_000_000  # bytes: the packages unpacked, and pip's copies on the way


class Problem(Exception):
    """Stops the command with exit 3. `what` happened, and the `remedy`, each half a line."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(f"{what} {remedy}")
        self.what = what
        self.remedy = remedy


def full_disk(path: Path) -> Problem:
    """The disk that holds `path` has no room."""
    return Problem(
        f"The disk that holds {path} is full.",
        f"Free {NEEDED // 1_000_000} MB and start again; what is already there is kept.",
    )


def check_room(path: Path, needed: int = NEEDED) -> None:
    """Raises Problem where the disk of the existing directory `path` cannot hold `needed` bytes more."""
    if shutil.disk_usage(path).free < needed:
        raise full_disk(path)


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Tells the operating system's refusals around `path` as Problems."""
    try:
        yield
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise full_disk(path) from error
        if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
            place = error.filename or path
            raise Problem(
                f"{place} cannot be written.", "Give yourself the right to, or choose --data."
            ) from error
        raise
