"""How long a web process takes from nothing to its first answer, and its memory with its children's (Linux)."""

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Running:
    """A server that has answered once: seconds on the clock and of processor until then, and its megabytes."""

    url: str
    seconds: float
    processor: float
    megabytes: float
    pid: int


@contextlib.contextmanager
def server(variables: dict[str, str]) -> Iterator[Running]:
    """A running server, stopped at the end."""
    port = _free_port()
    url = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "stillads.cli.serving", "--port", str(port)]
    begun = time.perf_counter()
    process = subprocess.Popen(command, env={**os.environ, **variables}, stdout=subprocess.DEVNULL)
    try:
        _wait(f"{url}/konto/log-ind/", process)
        seconds = time.perf_counter() - begun
        yield Running(url, seconds, processor_of(process.pid), _megabytes(process.pid), process.pid)
    finally:
        process.terminate()
        process.wait(15)


def _wait(url: str, process: subprocess.Popen[bytes]) -> None:
    while process.poll() is None:
        try:
            urllib.request.urlopen(url, timeout=10)  # noqa: S310  # our own address
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.02)
        else:
            return
    raise RuntimeError("the server ended")


def _megabytes(pid: int) -> float:
    """Memory of a process and its children, shared pages counted once among them (Linux)."""
    total = 0
    for number in [pid, *_children(pid)]:
        text = Path(f"/proc/{number}/smaps_rollup").read_text("utf-8")
        total += next(int(line.split()[1]) for line in text.splitlines() if line.startswith("Pss:"))
    return total / 1000


def processor_of(pid: int) -> float:
    """Seconds of processor of a process and its children, ended ones too: what a machine that is shared hides least."""
    ticks = 0
    for number in [pid, *_children(pid)]:
        with contextlib.suppress(FileNotFoundError):  # ended meanwhile
            fields = Path(f"/proc/{number}/stat").read_text("utf-8").rpartition(")")[2].split()
            ticks += sum(map(int, fields[11:15]))
    return ticks / os.sysconf("SC_CLK_TCK")


def _children(pid: int) -> list[int]:
    listed = Path(f"/proc/{pid}/task/{pid}/children").read_text("utf-8").split()
    return [number for child in map(int, listed) for number in (child, *_children(child))]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port
