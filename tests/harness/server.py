"""A Stillads that runs: granian as in production, on a free port of this machine, with its own data."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tests.harness import moved_clock
from tests.harness.databases import CHECKOUT

_PATIENCE = 30.0
_APPLICATION = "tests.harness.moved_clock:application"
_AS_IN_PRODUCTION = ("--interface", "wsgi", "--no-ws", "--no-access-log", "--blocking-threads", "4")


@dataclass(frozen=True)
class Server:
    """A running web process.

    url      without a slash at its end
    place    its data directory; e-mails lie in `place / "mail"`
    cookies  what a window of each role carries: its session, and after `; ` what else it has
    """

    url: str
    place: Path
    variables: dict[str, str]
    cookies: dict[str, str]

    def run(self, *command: str) -> str:
        """Runs a command of the stillads program on the server's data; returns what it printed."""
        done = subprocess.run(
            [sys.executable, "-m", "tests.harness.moved_clock", *command],
            cwd=CHECKOUT,
            env=self.variables,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(f"{command}: {done.stdout}{done.stderr}")
        return done.stdout

    def python(self, program: str) -> str:
        """Runs a few lines of Python on the server's data, with Django set up; returns what they printed."""
        done = subprocess.run(
            [sys.executable, "-c", f"import django; django.setup()\n{program}"],
            cwd=CHECKOUT,
            env={**self.variables, "DJANGO_SETTINGS_MODULE": "stillads.config.settings"},
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    def work(self) -> None:
        """Does the background work that waits."""
        self.run("worker", "--batch")

    def move_clock(self, moment: datetime) -> None:
        """From now on the server's clock shows `moment` (aware), and the work of that day is done."""
        moved_clock.move(Path(self.variables[moved_clock.VARIABLE]), moment)
        self.work()

    def mails(self) -> list[str]:
        """The e-mails sent so far, as raw text, oldest first."""
        files = sorted((self.place / "mail").glob("*"), key=lambda path: path.stat().st_mtime_ns)
        return [path.read_text("utf-8") for path in files]


@contextmanager
def running(place: Path, variables: dict[str, str], cookies: dict[str, str]) -> Iterator[Server]:
    """Starts a server on the data that `variables` name; stops it in the end, whatever happens."""
    port = _free_port()
    url = f"http://127.0.0.1:{port}"
    environment = {
        **os.environ,
        **variables,
        "PYTHONPATH": os.pathsep.join([str(CHECKOUT / "src"), str(CHECKOUT)]),
        "STILLADS_BASE_URL": url,
        "STILLADS_PLAIN_STATIC": "1",
        moved_clock.VARIABLE: str(place / "clock"),
        "STILLADS_EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
    }
    log = place / "server.log"
    with log.open("wb") as handle:
        process = subprocess.Popen(
            [sys.executable, "-m", "granian", *_AS_IN_PRODUCTION, "--port", str(port), _APPLICATION],
            cwd=CHECKOUT,
            env=environment,
            stdout=handle,
            stderr=subprocess.STDOUT,
        )
        try:
            _wait(url, process, log)
            yield Server(url, place, environment, cookies)
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _wait(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    limit = time.monotonic() + _PATIENCE
    while time.monotonic() < limit and process.poll() is None:
        try:
            urllib.request.urlopen(f"{url}/", timeout=5)  # noqa: S310  # our own address
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"the server did not come up:\n{log.read_text('utf-8')}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port
