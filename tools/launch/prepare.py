"""Before a start, inside the private environment: migrates, loads the demo once, reports the demo's log-ins.

    prepare.py REPORT    writes {"logins": [{"role", "email", "password"}], "nobody": bool} to the file REPORT

`nobody` tells that nobody can log in yet.

STILLADS_DEMO=1 asks for the demo. Ends with 0, or non-zero with the reason printed last.
"""

import json
import os
import runpy
import sys
from importlib.util import find_spec
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "stillads.config.settings")

from tools.launch.database import migrated


def main(report: Path) -> None:
    """Prepares the database that the settings name."""
    migrated()
    if os.environ.get("STILLADS_DEMO") == "1" and find_spec("stillads.demo.load"):
        _run("stillads.demo.load")
    report.write_text(json.dumps({"logins": _logins(), "nobody": _nobody()}), "utf-8")


def _run(module: str) -> None:
    """Runs a module as `python -m` would; its own end with 0 is not ours."""
    sys.argv = [module]
    try:
        runpy.run_module(module, run_name="__main__", alter_sys=True)
    except SystemExit as ended:
        if ended.code not in (None, 0):
            raise


def _logins() -> list[dict[str, str]]:
    """The log-ins that the demo wrote beside the database, whether it was loaded now or earlier."""
    from django.conf import settings

    path = Path(settings.DATA) / "demo-logins.json"
    if not path.exists():
        return []
    logins: list[dict[str, str]] = json.loads(path.read_text("utf-8"))
    return logins


def _nobody() -> bool:
    from django.contrib.auth import get_user_model

    return not get_user_model().objects.filter(is_active=True).exists()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
