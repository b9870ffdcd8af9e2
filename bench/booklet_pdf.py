"""How long the nine-chapter booklet takes as a PDF (limit of the house: 1.5 s).

    STILLADS_FRONT_END=… python bench/booklet_pdf.py

Each is timed in a process of its own: typst remembers what it has set before.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from tests.documents import sample  # noqa: E402

from stillads.documents import docx, html, pdf  # noqa: E402

LIMIT = 1.5
PACKAGES = Path(os.environ.get("STILLADS_FRONT_END", ROOT / "node_modules"))
FONTS = PACKAGES / "dkfds/dist/fonts/IBMPlexSans/complete/ttf"
TASKS: dict[str, Callable[[], object]] = {
    "pdf": lambda: pdf.render(sample.booklet(), fonts=FONTS),
    "large": lambda: pdf.render(sample.booklet(), fonts=FONTS, large_print=True),
    "sheet": lambda: pdf.render(sample.sheet(), fonts=FONTS),
    "html": lambda: html.render(sample.booklet()),
    "docx": lambda: docx.render(sample.booklet(), fonts=FONTS),
}


def once(task: str) -> float:
    """Seconds of the first run."""
    start = time.perf_counter()
    TASKS[task]()
    return time.perf_counter() - start


def apart(task: str) -> float:
    """The median of three first runs, each in its own process."""
    command = [sys.executable, __file__, task]
    runs = [subprocess.run(command, capture_output=True, check=True, text=True).stdout for _ in range(3)]
    return sorted(map(float, runs))[1]


def main() -> int:
    if len(sys.argv) > 1:
        print(once(sys.argv[1]))
        return 0
    taken = {task: apart(task) for task in TASKS}
    for task, seconds in taken.items():
        print(f"{task:6} {seconds:.2f} s")
    return 0 if taken["pdf"] < LIMIT else 1


if __name__ == "__main__":
    raise SystemExit(main())
