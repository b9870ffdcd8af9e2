"""The stages of `./test`, in the order in which they begin."""

from collections.abc import Callable
from dataclasses import dataclass

from tools.checks import chromium, postgresql
from tools.checks.context import Context
from tools.checks.outcome import Outcome, missing
from tools.checks.tests import run_tests

_UNITS = "not browser and not journey"


@dataclass(frozen=True)
class Stage:
    """A part of the test, with the number of cores it keeps busy."""

    name: str
    run: Callable[[Context], Outcome]
    cores: int = 1
    slow: bool = False  # left out by --fast


def _format(context: Context) -> Outcome:
    return context.check("-m", "ruff", "format", "--check", ".")


def _lint(context: Context) -> Outcome:
    return context.check("-m", "ruff", "check", ".")


def _templates(context: Context) -> Outcome:
    return context.check("-m", "djlint", "--lint", "--quiet", "src")


def _types(context: Context) -> Outcome:
    return context.check("-m", "mypy", "src", "tests", "tools")


def _migrations(context: Context) -> Outcome:
    return context.check("manage.py", "makemigrations", "--check", "--dry-run")


def _catalogues(context: Context) -> Outcome:
    return context.check("tools/messages.py", "--check")


def _tracked(context: Context) -> Outcome:
    return context.check("-m", "tools.checks.tracked")


def _sqlite(context: Context) -> Outcome:
    return run_tests(context, "sqlite", _UNITS)


def _browser(context: Context) -> Outcome:
    if chromium.chromium() is None:
        return missing("no Chromium; .ci/run installs it")
    return run_tests(context, "browser", "browser")


def _postgresql(context: Context) -> Outcome:
    return _on_postgresql(context, "postgresql", _UNITS)


def _journeys(context: Context) -> Outcome:
    if chromium.chromium() is None:
        return missing("no Chromium; .ci/run installs it")
    return _on_postgresql(context, "journeys", "journey")


def _on_postgresql(context: Context, name: str, marked: str) -> Outcome:
    programs = postgresql.binaries()
    if programs is None:
        return missing("no PostgreSQL; .ci/run installs it")
    with postgresql.server(programs) as address:
        return run_tests(context, name, marked, variables={"STILLADS_DATABASE": address})


STAGES = (
    Stage("types", _types),
    Stage("format", _format),
    Stage("lint", _lint),
    Stage("templates", _templates),
    Stage("layers", Context.contracts),
    Stage("migrations", _migrations),
    Stage("texts", _catalogues),
    Stage("files", _tracked),
    Stage("tests on SQLite", _sqlite, cores=2),
    Stage("tests on PostgreSQL", _postgresql, cores=2),
    Stage("browser on SQLite", _browser, cores=2, slow=True),
    Stage("journeys on PostgreSQL", _journeys, cores=2, slow=True),
)
