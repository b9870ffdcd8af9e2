"""Keeps programs running together: one that dies is started again, and one signal stops them all."""

import signal
import subprocess
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from types import FrameType

from tools.bootstrap.problem import Problem
from tools.bootstrap.say import say
from tools.bootstrap.shell import die_with_parent

_PATIENCE = 12.0  # seconds for a program to end by itself
_WINDOW, _TRIES = 60.0, 5  # so many deaths within so many seconds are too many


@dataclass
class Program:
    """One program to be kept running, with the moments of its deaths."""

    name: str
    command: list[str]
    environment: dict[str, str]
    process: subprocess.Popen[bytes] | None = None
    deaths: deque[float] = field(default_factory=lambda: deque(maxlen=_TRIES))

    def start(self) -> None:
        """Starts it in a session of its own, so that Ctrl-C reaches it through us only."""
        self.process = subprocess.Popen(
            self.command, env=self.environment, start_new_session=True, preexec_fn=die_with_parent
        )

    def has_died(self) -> bool:
        """Is it not running, although it should?"""
        return self.process is None or self.process.poll() is not None

    def restart(self) -> None:
        """Starts it again. Raises Problem when it keeps dying."""
        self.deaths.append(time.monotonic())
        if len(self.deaths) == _TRIES and self.deaths[-1] - self.deaths[0] < _WINDOW:
            raise Problem(f"The {self.name} process keeps dying.", "What it said stands above.")
        say(f"The {self.name} process died; starting it again.")
        time.sleep(min(len(self.deaths), 3) * 0.3)
        self.start()


class Supervisor:
    """Runs programs until told to stop."""

    def __init__(self, programs: list[Program]) -> None:
        self.programs = programs
        self.stopping = False

    def stop(self, signum: int = 0, frame: FrameType | None = None) -> None:
        """Asks the loop to end; also the handler of SIGINT and SIGTERM."""
        self.stopping = True

    def run(self, when_up: Callable[[], bool]) -> None:
        """Starts all, calls `when_up` until it has said its piece (returns True), ends when stopped."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self.stop)
        announced = False
        try:
            for program in self.programs:
                program.start()
            while not self.stopping:
                announced = announced or when_up()
                self._look_after()
                time.sleep(0.1)
        finally:
            self._end()

    def _look_after(self) -> None:
        for program in self.programs:
            if not self.stopping and program.has_died():
                program.restart()

    def _end(self) -> None:
        running = [program.process for program in self.programs if program.process is not None]
        for process in running:
            process.terminate()
        limit = time.monotonic() + _PATIENCE
        for process in running:
            try:
                process.wait(max(0.1, limit - time.monotonic()))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
