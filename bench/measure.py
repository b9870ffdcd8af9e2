"""All measures, one after the other, with their limits."""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.start import server
from bench.visit import kilobytes

CHECKOUT = Path(__file__).resolve().parents[1]
NAMES = ("pages", "visit", "pdf", "start")
PAGE_MS, VISIT_KB, PDF_S, START_S, START_MB = 60.0, 150.0, 1.5, 2.5, 220.0


@dataclass(frozen=True)
class Measured:
    """One number with its limit."""

    what: str
    value: float
    limit: float
    unit: str

    def __str__(self) -> str:
        word = "ok  " if self.value <= self.limit else "OVER"
        return f"{word} {self.value:8.1f} of {self.limit:6.1f} {self.unit:<8} {self.what}"


def main() -> int:
    """Measures what was asked for; 1 when something is over its limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", nargs="*", metavar="NAME", help=f"only these: {', '.join(NAMES)}")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep the data there, and use what is there")
    wanted = parser.parse_args()
    if unknown := set(wanted.name) - set(NAMES):
        parser.error(f"{unknown.pop()} is none of {', '.join(NAMES)}")
    place = wanted.keep or Path(tempfile.mkdtemp(prefix="stillads-bench-"))
    try:
        small, large = _data(place.resolve())
        busy = os.getloadavg()[0]
        print(f"{os.cpu_count()} cores, {busy:.1f} processes wanting one, Python {sys.version.split()[0]}")
        over = 0
        for name in wanted.name or NAMES:
            for measured in _MEASURES[name](small, large):
                print(measured, flush=True)
                over += measured.value > measured.limit
    finally:
        if wanted.keep is None:
            shutil.rmtree(place, ignore_errors=True)
    print(f"{over} over the limit")
    return 1 if over else 0


def _data(place: Path) -> tuple[Path, Path]:
    small, large = place / "small", place / "large"
    if not small.exists():
        small.mkdir(parents=True)
        _program(small, "tools/launch/prepare.py", str(small / "prepare.json"))
    if not large.exists():
        print("Enlarging the demo …", flush=True)
        beside = place / "large.partial"
        shutil.rmtree(beside, ignore_errors=True)
        shutil.copytree(small, beside)
        _program(beside, "-m", "bench.enlarge")
        beside.rename(large)
    return small, large


def _pages(small: Path, large: Path) -> Iterator[Measured]:
    few, many = (json.loads(_program(data, "-m", "bench.pages").splitlines()[-1]) for data in (small, large))
    queries = {page["route"]: page["queries"] for page in few}
    for page in sorted(many, key=lambda page: -page["ms"]):
        what = f"{page['route']} ({page['role']}, {page['kb']} kB)"
        yield Measured(f"page {what}", page["ms"], PAGE_MS, "ms")
        if page["route"] in queries:
            yield Measured(f"queries {what}", page["queries"], queries[page["route"]], "queries")


def _visit(small: Path, large: Path) -> Iterator[Measured]:
    with server(_variables(large)) as running:
        sizes = kilobytes(f"{running.url}/konto/log-ind/")
    yield Measured(f"first visit {sizes}", sizes["all"], VISIT_KB, "kB")


def _pdf(small: Path, large: Path) -> Iterator[Measured]:
    said = _program(small, "-m", "bench.pdf", "2022-2", str(small / "booklet.pdf"))
    yield Measured("booklet as PDF", float(said.splitlines()[-1]), PDF_S, "s")


def _start(small: Path, large: Path) -> Iterator[Measured]:
    with server(_variables(large)):
        pass  # compiled files and disk caches are warm, as on any second start
    with server(_variables(large)) as running:
        yield Measured("web process to its first answer", running.seconds, START_S, "s")
        yield Measured("the same in seconds of processor", running.processor, START_S, "s")
        yield Measured("memory of the web process", running.megabytes, START_MB, "MB")


_MEASURES = {"pages": _pages, "visit": _visit, "pdf": _pdf, "start": _start}


def _variables(data: Path) -> dict[str, str]:
    return {
        "STILLADS_DATA": str(data),
        "STILLADS_DATABASE": "",
        "STILLADS_SQLITE_FILE": "",
        "STILLADS_DEMO": "1",
    }


def _program(data: Path, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=CHECKOUT,
        env={**os.environ, **_variables(data)},
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(arguments)} ended with {done.returncode}")
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
