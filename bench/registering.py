"""Registering with a million entries there: one at a time, many phones at once, and queues of ten.

The phones are threads of this process, beside the server on the same cores; each keeps its connection open. Beside the
clock stands what the server's processor was used, the database's with it: on a machine that others use too it alone
tells whether something has become slower.
"""

import http.client
import json
import re
import statistics
import threading
import time
import uuid
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit

from bench import databases
from bench.start import Running, processor_of
from bench.visit import kilobytes

PHONES = 8
SECONDS = 15.0
ONE_MS, P99_MS, PAGE_KB = 20.0, 250.0, 90.0
SINGLES, SINGLES_SQLITE, TENS = 100, 80, 300


@dataclass(frozen=True)
class Rate:
    """How many a second; median and slowest but one in a hundred requests, and the processor's time for one
    registration, the web process's and the database's, in milliseconds."""

    per_second: float
    median: float
    p99: float
    processor: float
    database: float
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

    def dial_anew(self) -> None:
        """The server hangs up on whoever is silent for long; the next request then opens the line again."""
        self._line.close()

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


def measured(
    running: Running, told: Mapping[str, str], address: str
) -> Iterator[tuple[str, float, float, str]]:
    """What, value, limit, unit of each measure. `told`: the cookie and the deployment of `million`."""

    def phone() -> Phone:
        return Phone(running.url, told["cookie"], told["deployment"])

    def processor() -> tuple[float, float]:
        return processor_of(running.pid), databases.processor(address)

    at_once(phone, 1, processor, seconds=3)  # what each thread of the server reads once does not count
    alone = at_once(phone, 1, processor, phones=1)
    yield "one registration, median by the clock", alone.median, ONE_MS, "ms"
    yield "the same in processor time, mean", alone.processor + alone.database, ONE_MS, "ms"
    for size, least, what in (
        (1, SINGLES if address else SINGLES_SQLITE, "one by one"),
        (10, TENS, "in tens"),
    ):
        rate = at_once(phone, size, processor)
        told_rate = f"{what} ({rate.per_second:.0f} a second, {rate.failed} failed)"
        yield f"between two registrations, {told_rate}", 1000 / rate.per_second, 1000 / least, "ms"
        yield f"processor time of one, {what}", rate.processor, 1000 / least, "ms"
        if address:  # a process of its own, which has the other core
            yield f"the database's processor time of one, {what}", rate.database, 1000 / least, "ms"
        yield f"the slowest of a hundred, {PHONES} phones {what}", rate.p99, P99_MS, "ms"
    sizes = kilobytes(f"{running.url}/registrer/{told['deployment']}/", cookie=told["cookie"])
    yield f"the phone's page on a first visit {sizes}", sizes["all"], PAGE_KB, "kB"


def at_once(
    make: Callable[[], Phone],
    size: int,
    processor: Callable[[], tuple[float, float]],
    *,
    seconds: float = SECONDS,
    phones: int = PHONES,
) -> Rate:
    """`phones` of them send requests of `size` registrations as fast as they are answered."""
    taken: list[float] = []
    failed = [0]
    ready = [make() for _n in range(phones)]
    before, begun = processor(), time.perf_counter()
    end = begun + seconds

    def work(phone: Phone) -> None:
        phone.dial_anew()
        while time.perf_counter() < end:
            ms, fine = _timed(lambda: _tapped(phone, size))
            taken.append(ms)
            failed[0] += not fine

    threads = [threading.Thread(target=work, args=(phone,)) for phone in ready]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    spent, many = time.perf_counter() - begun, len(taken) * size
    ours, theirs = ((after - used) * 1000 / many for used, after in zip(before, processor(), strict=True))
    slow = sorted(taken)[max(0, int(len(taken) * 0.99) - 1)]
    return Rate(many / spent, statistics.median(taken), slow, ours, theirs, failed[0])


def _tapped(phone: Phone, size: int) -> bool:
    try:
        return phone.tap(size)
    except (OSError, http.client.HTTPException):
        phone.dial_anew()
        return False


def _timed(work: Callable[[], bool]) -> tuple[float, bool]:
    begun = time.perf_counter()
    fine = work()
    return (time.perf_counter() - begun) * 1000, fine
