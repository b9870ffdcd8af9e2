"""The demo for browser tests: loaded once per run, then copied for every server."""

import fcntl
import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from django.db import connection
from tests.harness.databases import CHECKOUT, PostgreSQL, SQLite, with_template


@dataclass(frozen=True)
class Demo:
    """A loaded demo: its data directory, its database template, and a session cookie per role."""

    place: Path
    cookies: dict[str, str]
    postgresql_template: str = ""

    _FILE: ClassVar[str] = "stillads.sqlite3"

    def copy_to(self, place: Path) -> dict[str, str]:
        """Makes a copy in the directory `place`; returns the variables that lead a process to it."""
        shutil.copytree(self.place, place, dirs_exist_ok=True)
        variables = {"STILLADS_DATA": str(place), "STILLADS_SQLITE_FILE": "", "STILLADS_DEMO": "1"}
        if self.postgresql_template:
            mine = PostgreSQL(f"stillads_live_{os.getpid()}_{place.name}".lower().replace("-", "_"))
            mine.copy(self.postgresql_template)
            variables |= mine.variables()
        return variables


def loaded(shared: Path) -> Demo:
    """The demo of this run, in the directory `shared` that all test processes of the run can see."""
    place = shared / "demo"
    with (shared / "demo.lock").open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        known = place / "cookies.json"
        name = f"stillads_demo_{shared.parent.name}_{shared.name}".lower().replace("-", "_")[:60]
        if not known.exists():
            shutil.rmtree(place, ignore_errors=True)
            place.mkdir()
            known.write_text(_load(place, name), "utf-8")
    cookies: dict[str, str] = json.loads(known.read_text("utf-8"))
    return Demo(place, cookies, name if connection.vendor == "postgresql" else "")


def _load(place: Path, name: str) -> str:
    """Loads the demo into a fresh copy of the migrated template, and signs one person of each role in."""
    mine = PostgreSQL(name) if connection.vendor == "postgresql" else SQLite(place / Demo._FILE)
    with_template(mine)
    mine.copy()
    variables = {
        **os.environ,
        **mine.variables(),
        "STILLADS_DATA": str(place),
        "STILLADS_DEMO": "1",
        "PYTHONPATH": os.pathsep.join([str(CHECKOUT / "src"), str(CHECKOUT)]),
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.harness.sign_in"],
        cwd=CHECKOUT,
        env=variables,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"the demo could not be loaded:\n{done.stdout}{done.stderr}")
    return done.stdout.splitlines()[-1]
