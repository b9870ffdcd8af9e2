"""Fixtures for every test: the database, people, the clock."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path

import pytest
from django.conf import settings
from django.test import TransactionTestCase
from django.utils.translation.reloader import translation_file_changed
from pytest_django.plugin import DjangoDbBlocker
from tests.harness.databases import CHECKOUT, SCRATCH, PostgreSQL, SQLite, prepared
from tests.harness.people import House, new_house
from tools.catalogues.files import compile_one

from stillads.kernel import clock
from stillads.kernel.clock import COPENHAGEN

SHARED = CHECKOUT.parent / "shared"

pytest_plugins = ["tests.harness.browser_fixtures"]

_DATABASE = {"db", "transactional_db", "django_db_setup", "demo"}

Freeze = Callable[[datetime], datetime]


def pytest_configure() -> None:
    """Pages can be shown as they are in the sources: Danish is compiled, static files need no collecting."""
    settings.STORAGES["staticfiles"] = {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage",
    }
    settings.STATIC_ROOT = SCRATCH / "static"
    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
    forget = False
    for path in CHECKOUT.glob("src/stillads/**/locale/da/LC_MESSAGES/django.po"):
        compiled = path.with_suffix(".mo")
        if not compiled.exists() or compiled.stat().st_mtime < path.stat().st_mtime:
            compile_one(path)
            forget = True
    if forget:
        translation_file_changed(None, Path("django.mo"))  # Django has read the older ones by now


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves out what needs the folder of seeds, where there is none (./test says so).

    And on PostgreSQL what asks no database: it is the same program, run on SQLite a moment ago.
    """
    left_out = {item for item in items if not _is_wanted(item)}
    items[:] = [item for item in items if item not in left_out]
    config.hook.pytest_deselected(items=list(left_out))


def _is_wanted(item: pytest.Item) -> bool:
    if item.get_closest_marker("shared") and not SHARED.is_dir():
        return False
    return not os.environ.get("STILLADS_DATABASE") or _asks_a_database(item)


def _asks_a_database(item: pytest.Item) -> bool:
    return item.get_closest_marker("django_db") is not None or not _DATABASE.isdisjoint(
        getattr(item, "fixturenames", ())
    )


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: DjangoDbBlocker) -> Iterator[SQLite | PostgreSQL]:
    """One migrated copy of the template per process, in the place of pytest-django's own set-up.

    A test that commits gets the copy put back after it: emptying the tables, as Django would, is
    refused by the guards of the tables that only grow.
    """
    with django_db_blocker.unblock(), prepared() as database, pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda case: database.copy())
        yield database


@pytest.fixture
def house(db: None) -> House:
    """A municipality in which people of every role can be made."""
    return new_house()


@pytest.fixture
def freeze() -> Iterator[Freeze]:
    """Holds the clock still from here to the end of the test: `freeze(datetime(2022, 5, 2, 9))`.

    A moment without a zone is Copenhagen's.
    """
    with ExitStack() as stack:

        def hold(moment: datetime) -> datetime:
            aware = moment if moment.tzinfo else moment.replace(tzinfo=COPENHAGEN)
            stack.enter_context(clock.frozen(aware))
            return aware

        yield hold
