"""Fixtures of the browser tests.

live      a server with its own copy of the demo, for the tests of one module
windows   `windows.open("consultant")` is a window in which that role is signed in
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from pytest_django.plugin import DjangoDbBlocker
from tests.harness.browser import Windows, launched
from tests.harness.databases import drop_live
from tests.harness.demo import Demo, loaded
from tests.harness.server import Server, running


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory, django_db_blocker: DjangoDbBlocker) -> Demo:
    """The demo, loaded once for all test processes of this run."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if base.name.startswith("popen-") else base
    with django_db_blocker.unblock():
        return loaded(shared)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser of this test process."""
    with launched() as browser:
        yield browser


@pytest.fixture(scope="module")
def live(
    demo: Demo, tmp_path_factory: pytest.TempPathFactory, django_db_blocker: DjangoDbBlocker
) -> Iterator[Server]:
    """A server of the module's own; what its tests change, no other module sees."""
    place: Path = tmp_path_factory.mktemp("live")
    with django_db_blocker.unblock():
        variables = demo.copy_to(place)
    with running(place, variables, dict(demo.cookies)) as server:
        yield server
    with django_db_blocker.unblock():
        drop_live(variables)


@pytest.fixture
def windows(live: Server, chromium: Browser) -> Iterator[Windows]:
    """Windows on the module's server; closed at the end, which fails where one met an error."""
    opened = Windows(chromium, live)
    yield opened
    opened.close()
