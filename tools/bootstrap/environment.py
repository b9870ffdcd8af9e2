"""The private environment: found by its key, or built.

    .stillads/env/<key>/python      the venv
    .stillads/env/<key>/front-end   the front-end packages

Each half is built beside and renamed, and so is the whole; whatever carries its final name is
complete. An interrupted set-up therefore goes on where it was.
"""

import os
import shutil
import time
from dataclasses import dataclass
from pathlib import Path

from tools.bootstrap import front_end, python_packages
from tools.bootstrap.kinds import Kind, key
from tools.bootstrap.lock import alone
from tools.bootstrap.problem import check_room, told
from tools.bootstrap.say import say

_KEPT = 30 * 86_400  # seconds that an environment of another key is kept unused


@dataclass(frozen=True)
class Environment:
    """A complete environment."""

    path: Path

    @property
    def python(self) -> Path:
        """The interpreter in which everything is installed."""
        return self.path / "python" / "bin" / "python"

    @property
    def front_end(self) -> Path:
        """The node_modules directory."""
        return self.path / "front-end" / "node_modules"

    def variables(self) -> dict[str, str]:
        """What its programs need to be told; what the user has set wins, but for one.

        A program that may not keep what it has compiled begins two seconds later, every time.
        """
        set_by_user = {name: value for name, value in os.environ.items() if value}
        set_by_user.pop("PYTHONDONTWRITEBYTECODE", None)
        return {"STILLADS_FRONT_END": str(self.front_end), **set_by_user}


def ready(checkout: Path, kind: Kind) -> Environment:
    """The environment of `kind`, built first where it is not there. Raises Problem."""
    base = checkout / ".stillads" / "env"
    target = base / key(checkout, kind)
    with told(checkout):
        if not target.exists():
            base.mkdir(parents=True, exist_ok=True)
            with alone(base / f"{target.name}.lock"):
                if not target.exists():
                    _build(target, checkout, kind)
        os.utime(target)
    return Environment(target)


def _build(target: Path, checkout: Path, kind: Kind) -> None:
    python_packages.check_tools()
    check_room(target.parent)
    partial = target.with_name(f"{target.name}.partial")
    partial.mkdir(exist_ok=True)
    log = target.with_name(f"{target.name}.log")
    say("Setting up (once; a few minutes).")
    python, packages = partial / "python", partial / "front-end"
    if not python.exists():
        say("  Python packages …")
        python_packages.build(python, checkout=checkout, lock=kind.lock, log=log)
    if not packages.exists():
        say("  front-end packages …")
        front_end.build(packages, checkout=checkout, kind=kind, python=python / "bin" / "python", log=log)
    partial.rename(target)
    _forget_old(target, kind)


def _forget_old(target: Path, kind: Kind) -> None:
    for other in target.parent.glob(f"{kind.name}-*"):
        if other != target and other.is_dir() and time.time() - other.stat().st_mtime > _KEPT:
            shutil.rmtree(other, ignore_errors=True)
