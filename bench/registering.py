"""Registering with a million entries there: one at a time, many phones at once, and queues of ten.

The phones are threads of this process, beside the server on the same cores; each keeps its connection open.
"""

import http.client
import json
import re
import statistics
import threading
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit

PHONES = 8
SECONDS = 15.0


@dataclass(frozen=True)
class Rate:
    """How many a second, and the slowest but one in a hundred, in milliseconds."""

    per_second: float
    median: float
    p99: float
    failed: int


class Phone:
    """One phone with a session; `tap(n)` sends n registrations in one request."""

    def __init__(self, url: str, cookie: str, deployment: str) -> None:
        place = urlsplit(url)
        self._line = http.client.HTTPConnection(str(place.hostname), place.port, timeout=60)
        self._at = f"/registrer/{deployment}/"
        self._cookie = f"sessionid={cookie}"
        html = self._ask("GET", self._at).decode()
        found = re.search(r'data-seal="([^"]+)"', html)
        token = json.loads(self._ask("GET", f"{self._at}nu/"))["token"]
        if found is None:
            raise RuntimeError("the page carries no seal")
        self._seal, self._token = found.group(1), token
        self._cookie += f"; csrftoken={token}"

    def tap(self, count: int = 1) -> bool:
        """Whether the house has kept them all."""
        at = datetime.now(UTC).isoformat()
        items = [
            {"key": uuid.uuid4().hex, "seal": self._seal, "raw": {"event": ["room"]}, "tapped_at": at}
            for _n in range(count)
        ]
        body = json.dumps({"sent_at": at, "items": items})
        answer = json.loads(self._ask("POST", f"{self._at}batch/", body))
        return [each["result"] for each in answer["results"]] == ["kept"] * count

    def _ask(self, method: str, path: str, body: str | None = None) -> bytes:
        headers = {"Cookie": self._cookie}
        if body is not None:
            headers |= {"Content-Type": "application/json", "X-CSRFToken": self._token}
        self._line.request(method, path, body, headers)
        answer = self._line.getresponse()
        read = answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{method} {path}: {answer.status}")
        return read


def one_at_a_time(phone: Phone, times: int = 200) -> list[float]:
    """Milliseconds of each, from request to confirmed."""
    return [_timed(phone.tap)[0] for _n in range(times)]


def at_once(make: Callable[[], Phone], size: int, seconds: float = SECONDS, phones: int = PHONES) -> Rate:
    """`phones` of them send requests of `size` registrations as fast as they are answered."""
    taken: list[float] = []
    failed = [0]
    ready = [make() for _n in range(phones)]
    end = time.perf_counter() + seconds

    def work(phone: Phone) -> None:
        while time.perf_counter() < end:
            ms, fine = _timed(lambda: phone.tap(size))
            taken.append(ms)
            failed[0] += not fine

    begun = time.perf_counter()
    threads = [threading.Thread(target=work, args=(phone,)) for phone in ready]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    spent = time.perf_counter() - begun
    slow = sorted(taken)[max(0, int(len(taken) * 0.99) - 1)]
    return Rate(len(taken) * size / spent, statistics.median(taken), slow, failed[0])


def _timed(work: Callable[[], bool]) -> tuple[float, bool]:
    begun = time.perf_counter()
    fine = work()
    return (time.perf_counter() - begun) * 1000, fine
