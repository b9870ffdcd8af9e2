"""A web process starts light: what only some requests need is loaded by the first that does."""

import subprocess
import sys

from tests.harness.databases import CHECKOUT

_HEAVY = ("openpyxl", "docx", "pypdf", "lxml", "numpy", "scipy", "holidays", "playwright", "faker")
_PROGRAM = f"import sys, stillads.config.wsgi; print([name for name in {_HEAVY!r} if name in sys.modules])"


def test_a_web_process_starts_without_the_libraries_of_files_and_figures() -> None:
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", _PROGRAM],
        cwd=CHECKOUT / "src",
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"
