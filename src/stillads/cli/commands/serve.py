"""`stillads serve`: the web process. `./run` keeps it running; so may systemd or a container."""

import os
import sys
from argparse import ArgumentParser, Namespace

from stillads.cli.registry import Command, register


def run(arguments: Namespace) -> int:
    """Becomes granian: it needs this process's number, not its memory."""
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--no-ws", "--no-access-log"]
    command += ["--host", arguments.host, "--port", str(arguments.port), "--log-level", "warning"]
    command += ["--workers", str(arguments.workers), "--blocking-threads", str(arguments.threads)]
    command += ["--respawn-failed-workers", "stillads.config.wsgi:application"]
    sys.stdout.flush()
    os.execv(sys.executable, command)  # noqa: S606


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (127.0.0.1)")
    parser.add_argument("--port", type=int, default=8000, help="port to listen on (8000)")
    parser.add_argument("--workers", type=int, default=1, help="processes (1)")
    parser.add_argument("--threads", type=int, default=4, help="threads per process (4)")


register(Command("serve", "serve the pages", run, _add_arguments))
