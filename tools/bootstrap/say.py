"""One voice for what the set-up tells: on the error stream, so that a command's own output stays clean."""

import sys


def say(line: str) -> None:
    """Prints one line at once."""
    print(line, file=sys.stderr, flush=True)
