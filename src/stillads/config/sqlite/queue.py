"""Writers in the order they came. SQLite itself lets one write at a time, but not the one who waited longest:
whoever finds the file locked sleeps for up to a tenth of a second and asks again, and may be passed by any number.
"""

import threading
from collections import deque


class WriterQueue:
    """One has the turn; the others stand in line. Between processes SQLite's own lock decides as before."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._line: deque[threading.Lock] = deque()
        self._taken = False

    def enter(self, patience: float) -> bool:
        """Waits for the turn, at most `patience` seconds. False where it did not come."""
        with self._guard:
            if not self._taken:
                self._taken = True
                return True
            gate = threading.Lock()
            gate.acquire()
            self._line.append(gate)
        if gate.acquire(timeout=patience):
            return True
        with self._guard:
            if gate in self._line:
                self._line.remove(gate)
                return False
        return True  # it came in the last moment

    def leave(self) -> None:
        """Gives the turn to the one who has waited longest."""
        with self._guard:
            if self._line:
                self._line.popleft().release()
            else:
                self._taken = False
