"""Time and queries of every kind of page, as each role. A program: prints JSON.

Pages are found as people find them, by following links: from the round with the most trials, from a search
that finds much, and from the start page. Of each address pattern the first few that are met are tried, and the
slowest of them is measured; its queries are the most that any of them needs. Milliseconds are those of the processor
that this process has used, and on PostgreSQL the process of the server that serves it (which must run on this machine;
helpers that it may start for a large query are not counted). What neighbours on the machine take is not counted,
but a machine that is shared is slower all the same.
"""

import json
import os
import re
import statistics
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "stillads.config.settings")
django.setup()

from django.db import connection  # noqa: E402
from django.db.models import Count  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.urls import Resolver404, resolve  # noqa: E402

from stillads.kernel.clock import today  # noqa: E402
from stillads.organisation.models import Assignment  # noqa: E402
from stillads.organisation.policy import ROLES  # noqa: E402
from stillads.trials.models import Phase, Round  # noqa: E402

_HREF = re.compile(r'(?:href|hx-get)="([^"#]+)')
_ROUNDS = 9
_TRIED = 3  # addresses of one pattern
_PASSED_OVER = ("/static/", "/media/", "/konto/log-ud")


@dataclass(frozen=True)
class Page:
    """A page as one role sees it: milliseconds at the median, queries, kilobytes."""

    role: str
    route: str
    path: str
    ms: float
    queries: int
    kb: float


def measured() -> list[Page]:
    """Every kind of page of every role; one that several roles see is measured for the first."""
    seen: set[str] = set()
    return [page for role in ROLES if (client := _signed_in(role)) for page in _pages(role, client, seen)]


def _signed_in(role: str) -> Client | None:
    held = (
        Assignment.objects.filter(role=role, person__user__is_active=True, valid_from__lte=today())
        .select_related("person__user")
        .order_by("pk")
        .first()
    )
    if held is None or held.person.user is None:
        return None
    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(held.person.user)
    return client


def _pages(role: str, client: Client, seen: set[str]) -> Iterator[Page]:
    for route, paths in _met(client).items():
        if route not in seen:
            seen.add(route)
            slowest = max(paths, key=lambda path: _milliseconds(client, path))
            queries = max(_queries(client, path) for path in paths)
            yield _measure(role, route, slowest, client, queries)


def _met(client: Client) -> dict[str, list[str]]:
    """Address patterns, each with the first addresses that gave a page."""
    waiting, tried, met = _starts(), defaultdict[str, set[str]](set), defaultdict[str, list[str]](list)
    while waiting:
        path = waiting.pop(0)
        route = _route(path)
        if not route or path in tried[route] or len(tried[route]) == _TRIED:
            continue
        tried[route].add(path)
        answer = client.get(path, follow=True)
        if answer.status_code != 200 or not str(answer.get("Content-Type", "")).startswith("text/html"):
            continue
        met[route].append(path)
        text = answer.content.decode()
        waiting += [urljoin(path, link.replace("&amp;", "&")) for link in _HREF.findall(text)]
    return met


def _starts() -> list[str]:
    full = Round.objects.annotate(size=Count("phases")).order_by("-size", "-start").first()
    starts = ["/", "/konto/", "/soeg/?q=borger"]
    if full is None:
        return starts
    phase = Phase.objects.filter(round=full).order_by("order_in_round").first()
    starts += [f"/runder/{full.key}/", f"/haefte/runde/{full.key}/kladde/", f"/beslutning/runde/{full.key}/"]
    return starts + ([f"/evaluering/{phase.public_id}/"] if phase else [])


def _route(path: str) -> str:
    parts = urlsplit(path)
    if parts.netloc or path.startswith(_PASSED_OVER):
        return ""
    try:
        return resolve(parts.path).route or "/"
    except Resolver404:
        return ""


def _measure(role: str, route: str, path: str, client: Client, queries: int) -> Page:
    size = len(client.get(path).content)
    times = [_milliseconds(client, path) for _ in range(_ROUNDS)]
    return Page(role, route, path, round(statistics.median(times), 1), queries, round(size / 1000, 1))


def _queries(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        client.get(path)
    return len(captured)


def _milliseconds(client: Client, path: str) -> float:
    begun = time.process_time() + _of_the_server()
    client.get(path)
    return (time.process_time() + _of_the_server() - begun) * 1000


def _of_the_server() -> float:
    """Seconds of processor that the PostgreSQL process of our connection has used (Linux counts nanoseconds)."""
    if connection.vendor != "postgresql":
        return 0.0
    connection.ensure_connection()
    used = Path(f"/proc/{connection.connection.info.backend_pid}/schedstat").read_text("utf-8")
    return int(used.split()[0]) / 1e9


if __name__ == "__main__":
    print(json.dumps([asdict(page) for page in measured()]))
