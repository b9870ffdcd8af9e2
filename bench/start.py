"""How long a web process takes from nothing to its first answer, and its memory with its children's."""

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path


@contextlib.contextmanager
def server(variables: dict[str, str]) -> Iterator[tuple[str, float, float]]:
    """A running server: its address, the seconds it took to answer, its megabytes after that."""
    port = _free_port()
    url = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "stillads.cli.serving", "--port", str(port)]
    begun = time.perf_counter()
    process = subprocess.Popen(command, env={**os.environ, **variables}, stdout=subprocess.DEVNULL)
    try:
        _wait(f"{url}/konto/log-ind/", process)
        yield url, time.perf_counter() - begun, _megabytes(process.pid)
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


def _children(pid: int) -> list[int]:
    listed = Path(f"/proc/{pid}/task/{pid}/children").read_text("utf-8").split()
    return [number for child in map(int, listed) for number in (child, *_children(child))]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port
