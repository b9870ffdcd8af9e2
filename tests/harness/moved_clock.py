"""A Stillads whose clock stands where a test puts it, and runs on from there. Only tests start this one.

The file named by STILLADS_TEST_CLOCK holds a number of seconds; each request, and each command run as
`python -m tests.harness.moved_clock COMMAND …`, sees the present moment moved by that many.
"""

import os
import sys
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from stillads.kernel import clock

VARIABLE = "STILLADS_TEST_CLOCK"


def move(file: Path, moment: datetime) -> None:
    """From now on the clock that reads `file` shows `moment` (aware), and runs on from there."""
    beside = file.with_suffix(".new")
    beside.write_text(str((moment - datetime.now(clock.COPENHAGEN)).total_seconds()), "utf-8")
    beside.rename(file)


def shown() -> datetime:
    """What the moved clock shows."""
    file = Path(os.environ[VARIABLE])
    seconds = float(file.read_text("utf-8")) if file.exists() else 0.0
    return datetime.now(clock.COPENHAGEN) + timedelta(seconds=seconds)


def moved(application: Callable[..., Iterable[bytes]]) -> Callable[..., Iterable[bytes]]:
    """The WSGI `application`, under the moved clock."""

    def under(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        with clock.frozen(shown()):
            return application(environ, start_response)

    return under


def __getattr__(name: str) -> Any:
    """`application`, made when granian asks: this file is also read where no Django is set up."""
    if name != "application":
        raise AttributeError(name)
    from stillads.config.wsgi import application

    return moved(application)


def main() -> int:
    """Runs a command of the stillads program under the moved clock."""
    from stillads.cli.main import main as program

    with clock.frozen(shown()):
        return int(program() or 0)


if __name__ == "__main__":
    sys.exit(main())
