"""Walks a running server as one role: every page that its links lead to, a few of each kind."""

import re
import urllib.error
import urllib.request
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin, urlsplit

from django.urls import Resolver404, URLResolver, get_resolver, resolve, reverse
from django.urls.converters import IntConverter
from tests.harness.server import Server

_OF_EACH_KIND = 3


@dataclass(frozen=True)
class Visited:
    """A page: the name of its address, its path, the status and the HTML it answered with.

    A part that a page asks for by itself, and a file, have no HTML of their own here.
    """

    name: str
    path: str
    status: int
    html: str


def names() -> dict[str, str]:
    """The name of every address of the house, with its namespace, and an example of the address.

    allauth's own have no namespace and are left out. What stands in the example belongs to nothing.
    """
    return {name: reverse(name, kwargs=_example(pattern)) for name, pattern in _patterns()}


def _patterns(resolver: URLResolver | None = None, space: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Each name with the converters of its address, those of the roads to it included."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            yield from _patterns(entry, f"{space}{entry.namespace}:" if entry.namespace else space)
        elif entry.name and space:
            yield f"{space}{entry.name}", entry.pattern.converters


def _example(converters: dict[str, Any]) -> dict[str, Any]:
    return {key: 1 if isinstance(kind, IntConverter) else "x" for key, kind in converters.items()}


def takes_posts_only(server: Server, roles: Iterable[str | None], path: str) -> bool:
    """Whether the address refuses to be read, by whoever of these may come to it."""
    return any(_read(server, role, path, "").status == 405 for role in roles)


def walk(server: Server, role: str | None, starts: list[str]) -> list[Visited]:
    """What `role` can read from `starts` on: _OF_EACH_KIND pages of each address, each page once."""
    found: list[Visited] = []
    count: Counter[str] = Counter()
    waiting, seen = deque(starts), set(starts)
    while waiting:
        path = waiting.popleft()
        name = _name(path.partition("?")[0])
        if not name or count[name] >= _OF_EACH_KIND:
            continue
        count[name] += 1
        page = _read(server, role, path, name)
        found.append(page)
        if name.startswith("styleguide:"):  # its links are examples
            continue
        fresh = [link for link in links(page.html, path) if link not in seen]
        seen.update(fresh)
        waiting.extend(fresh)
    return found


def links(html: str, path: str) -> list[str]:
    """The house's own addresses that a page links to by GET, fragments and queries left out."""
    reader = _Links()
    reader.feed(html)
    places = [urlsplit(urljoin(path, link)) for link in reader.found]
    return [place.path for place in places if not place.netloc and place.path.startswith("/")]


def _name(path: str) -> str:
    try:
        match = resolve(path)
    except Resolver404:
        return ""
    return match.view_name if ":" in match.view_name else ""


def _read(server: Server, role: str | None, path: str, name: str) -> Visited:
    request = urllib.request.Request(server.url + path)  # noqa: S310  (our own server)
    if role:
        request.add_header("Cookie", f"sessionid={server.cookies[role]}")
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310
            kind = answer.headers.get_content_type()
            text = answer.read().decode("utf-8") if kind == "text/html" else ""
            return Visited(name, path, answer.status, text if "<html" in text else "")
    except urllib.error.HTTPError as refused:
        return Visited(name, path, refused.code, refused.read().decode("utf-8", "replace"))


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.found += [value for key, value in attributes if key == "href" and value]


class Words(HTMLParser):
    """The visible texts of a page, each element's own; what is marked as another language is left out."""

    _EMPTY = frozenset({"br", "img", "input", "link", "meta", "hr", "source", "wbr", "col"})

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.headings: list[str] = []
        self._open: list[tuple[str, bool]] = []
        self._in_heading = False
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag in self._EMPTY:
            return
        quiet = tag in {"script", "style", "code", "pre"} or dict(attributes).get("lang") == "en"
        self._open.append((tag, quiet))
        if tag == "h1":
            self.headings.append("")
            self._in_heading = True

    def handle_endtag(self, tag: str) -> None:
        if tag == "h1":
            self._in_heading = False
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        text = re.sub(r"\s+", " ", data).strip()
        if not text or any(quiet for _tag, quiet in self._open):
            return
        self.texts.append(text)
        if self._in_heading:
            self.headings[-1] = f"{self.headings[-1]} {text}".strip()
