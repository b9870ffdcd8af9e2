"""Time and queries of every kind of page, as each role. A program: prints JSON.

Pages are found as people find them, by following links from the start page; of each address pattern
the first that is met is measured.
"""

import json
import os
import re
import statistics
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from urllib.parse import urljoin, urlsplit

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "stillads.config.settings")
django.setup()

from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.urls import Resolver404, resolve  # noqa: E402

from stillads.kernel.clock import today  # noqa: E402
from stillads.organisation.models import Assignment  # noqa: E402
from stillads.organisation.policy import ROLES  # noqa: E402

_HREF = re.compile(r'(?:href|hx-get)="([^"#]+)')
_ROUNDS = 9
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
    waiting, met = ["/", "/konto/"], set[str]()
    while waiting:
        path = waiting.pop(0)
        route = _route(path)
        if not route or route in met:
            continue
        met.add(route)
        answer = client.get(path, follow=True)
        if answer.status_code != 200 or not str(answer.get("Content-Type", "")).startswith("text/html"):
            continue
        text = answer.content.decode()
        waiting += [urljoin(path, link.replace("&amp;", "&")) for link in _HREF.findall(text)]
        if route not in seen:
            seen.add(route)
            yield _measure(role, route, path, client)


def _route(path: str) -> str:
    parts = urlsplit(path)
    if parts.netloc or path.startswith(_PASSED_OVER):
        return ""
    try:
        return resolve(parts.path).route or "/"
    except Resolver404:
        return ""


def _measure(role: str, route: str, path: str, client: Client) -> Page:
    with CaptureQueriesContext(connection) as captured:
        size = len(client.get(path).content)
    queries = len(captured)  # now: the next request empties Django's list
    times = []
    for _ in range(_ROUNDS):
        begun = (
            time.process_time()
        )  # not the clock on the wall: neighbours on the machine are not ours to count
        client.get(path)
        times.append((time.process_time() - begun) * 1000)
    return Page(role, route, path, round(statistics.median(times), 1), queries, round(size / 1000, 1))


if __name__ == "__main__":
    print(json.dumps([asdict(page) for page in measured()]))
