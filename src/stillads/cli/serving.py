"""The web process: becomes granian. Without Django: granian loads it for its own child anyway."""

import os
import sys
from argparse import ArgumentParser, Namespace
from typing import NoReturn


def add_arguments(parser: ArgumentParser) -> None:
    """Where to listen, and with how many processes and threads."""
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (127.0.0.1)")
    parser.add_argument("--port", type=int, default=8000, help="port to listen on (8000)")
    parser.add_argument("--workers", type=int, default=1, help="processes (1)")
    parser.add_argument("--threads", type=int, default=4, help="threads per process (4)")


def become_server(arguments: Namespace) -> NoReturn:
    """Serves in the place of this process, so that signals and its number stay the same."""
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--no-ws", "--no-access-log"]
    command += ["--host", arguments.host, "--port", str(arguments.port), "--log-level", "warning"]
    command += ["--workers", str(arguments.workers), "--blocking-threads", str(arguments.threads)]
    command += ["--respawn-failed-workers", "stillads.config.wsgi:application"]
    sys.stdout.flush()
    os.execv(sys.executable, command)  # noqa: S606


if __name__ == "__main__":
    _parser = ArgumentParser(description="Serves the pages; the same as `stillads serve`, a second sooner.")
    add_arguments(_parser)
    become_server(_parser.parse_args())
