"""Web and worker: what dies is started again, and one signal stops both."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
SUPERVISED = """
import os, sys
from tools.bootstrap.supervisor import Program, Supervisor
from tools.bootstrap.problem import Problem
note = "import os, sys, time; open(sys.argv[1], 'a').write(f'{os.getpid()} '); time.sleep(float(sys.argv[2]))"
place, seconds = sys.argv[1:]
make = lambda name: Program(name, [sys.executable, "-c", note, place + name, seconds], dict(os.environ))
try:
    Supervisor([make("web"), make("worker")]).run(lambda: True)
except Problem as problem:
    print(problem)
    sys.exit(3)
"""


@pytest.fixture
def supervised(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """A supervisor of two programs that would sleep for a minute."""
    process = _start(tmp_path, "60")
    yield process
    process.kill()
    process.wait()


def _start(place: Path, seconds: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", SUPERVISED, f"{place}/", seconds]
    return subprocess.Popen(
        command, cwd=CHECKOUT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )


def _starts(path: Path, number: int) -> list[int]:
    """The process numbers of a program's first `number` starts."""
    for _ in range(200):
        found = path.read_text().split() if path.exists() else []
        if len(found) >= number:
            return [int(text) for text in found]
        time.sleep(0.05)
    raise TimeoutError(f"{path} holds {found}")


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_program_that_is_killed_is_started_again(supervised: subprocess.Popen[str], tmp_path: Path) -> None:
    first = _starts(tmp_path / "web", 1)[0]
    os.kill(first, signal.SIGKILL)
    assert _starts(tmp_path / "web", 2)[1] != first
    assert len(_starts(tmp_path / "worker", 1)) == 1


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_one_signal_stops_all(
    supervised: subprocess.Popen[str], tmp_path: Path, number: signal.Signals
) -> None:
    running = [*_starts(tmp_path / "web", 1), *_starts(tmp_path / "worker", 1)]
    supervised.send_signal(number)
    assert supervised.wait(5) == 0
    assert [process for process in running if _runs(process)] == []


def test_a_program_that_keeps_dying_ends_the_start(tmp_path: Path) -> None:
    process = _start(tmp_path, "0")
    said, _ = process.communicate(timeout=20)
    assert process.returncode == 3
    assert "process keeps dying. What it said stands above." in said
