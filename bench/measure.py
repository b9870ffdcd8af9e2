"""All measures, one after the other, with their limits."""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench import databases, registering
from bench.start import server
from bench.visit import kilobytes

CHECKOUT = Path(__file__).resolve().parents[1]
NAMES = ("pages", "visit", "pdf", "start", "series", "registering", "charts", "measures")
_SMALL = {"pdf", "series", "registering", "charts", "measures"}  # need the demo only as it is
ENTRIES = 1_000_000
PAGE_MS, VISIT_KB, PDF_S, START_S, START_MB = 60.0, 150.0, 1.5, 2.5, 220.0
CHART_MS = 2.0
SUMMED_MS, READ_MS, READ_COLD_MS, DASHBOARD_MS, KEEPING_MS = 50.0, 400.0, 2000.0, 150.0, 2.0
SERIES_S, SERIES_SQLITE_S, SERIES_MB = 60.0, 120.0, 500.0


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
    parser.add_argument("--postgresql", action="store_true", help="on a PostgreSQL server started for it")
    wanted = parser.parse_args()
    if unknown := set(wanted.name) - set(NAMES):
        parser.error(f"{unknown.pop()} is none of {', '.join(NAMES)}")
    if wanted.keep and (wanted.postgresql or os.environ.get("STILLADS_DATABASE")):
        parser.error("--keep keeps SQLite files only")
    place = wanted.keep or Path(tempfile.mkdtemp(prefix="stillads-bench-"))
    over = 0
    with databases.server(wanted.postgresql) as address:
        try:
            small, large = _places(place.resolve(), address, wanted.name or list(NAMES))
            _tell(address)
            for name in wanted.name or NAMES:
                for measured in _MEASURES[name](small, large, address):
                    print(measured, flush=True)
                    over += measured.value > measured.limit
        finally:
            _tidy(place, address, kept=wanted.keep is not None)
    print(f"{over} over the limit")
    return 1 if over else 0


def _tell(address: str) -> None:
    busy, on = os.getloadavg()[0], "PostgreSQL" if address else "SQLite"
    print(f"{os.cpu_count()} cores, {busy:.1f} processes wanting one, Python {sys.version.split()[0]}, {on}")


def _tidy(place: Path, address: str, *, kept: bool) -> None:
    for name in ("small", "large", "million", "series", "registering"):
        databases.drop(place / name, address)
    if not kept:
        shutil.rmtree(place, ignore_errors=True)


def _places(place: Path, address: str, names: list[str]) -> tuple[Path, Path]:
    """Where the data lies; it is made where a measure needs it."""
    if names == ["charts"]:
        return place / "small", place / "large"
    return _data(place, address, enlarged=bool(set(names) - _SMALL))


def _data(place: Path, address: str, *, enlarged: bool) -> tuple[Path, Path]:
    small, large = place / "small", place / "large"
    if not small.exists():
        small.mkdir(parents=True)
        databases.create(small, address)
        _program(small, address, "tools/launch/prepare.py", str(small / "prepare.json"))
    if enlarged and not large.exists():
        print("Enlarging the demo …", flush=True)
        _grown(small, large, address, "-m", "bench.enlarge")
    return small, large


def _grown(small: Path, data: Path, address: str, *program: str) -> str:
    """`data` is made of `small` by a program, whole or not at all. Returns the last line that it said."""
    beside = data.with_name(f"{data.name}.partial")  # its database has the name of `data` already
    shutil.rmtree(beside, ignore_errors=True)
    shutil.copytree(small, beside)
    databases.create(data, address, like=small)
    said = _program(beside, address, *program)
    beside.rename(data)
    return said.rstrip().rpartition("\n")[2]


def _pages(small: Path, large: Path, address: str) -> Iterator[Measured]:
    few, many = (
        json.loads(_program(data, address, "-m", "bench.pages").splitlines()[-1]) for data in (small, large)
    )
    queries = {page["route"]: page["queries"] for page in few}
    for page in sorted(many, key=lambda page: -page["ms"]):
        what = f"{page['route']} ({page['role']}, {page['kb']} kB)"
        yield Measured(f"page {what}", page["ms"], PAGE_MS, "ms")
        if page["route"] in queries:
            yield Measured(f"queries {what}", page["queries"], queries[page["route"]], "queries")


def _visit(small: Path, large: Path, address: str) -> Iterator[Measured]:
    with server(databases.variables(large, address)) as running:
        sizes = kilobytes(f"{running.url}/konto/log-ind/")
    yield Measured(f"first visit {sizes}", sizes["all"], VISIT_KB, "kB")


def _pdf(small: Path, large: Path, address: str) -> Iterator[Measured]:
    said = _program(small, address, "-m", "bench.pdf", "2022-2", str(small / "booklet.pdf"))
    yield Measured("booklet as PDF", float(said.splitlines()[-1]), PDF_S, "s")


def _start(small: Path, large: Path, address: str) -> Iterator[Measured]:
    with server(databases.variables(large, address)):
        pass  # compiled files and disk caches are warm, as on any second start
    with server(databases.variables(large, address)) as running:
        yield Measured("web process to its first answer", running.seconds, START_S, "s")
        yield Measured("the same in seconds of processor", running.processor, START_S, "s")
        yield Measured("memory of the web process", running.megabytes, START_MB, "MB")


def _series(small: Path, large: Path, address: str) -> Iterator[Measured]:
    """In a copy of the small data, which is thrown away."""
    with _copy(small, "series", address) as beside:
        made = json.loads(_program(beside, address, "-m", "bench.series").splitlines()[-1])
    limit = SERIES_S if address else SERIES_SQLITE_S
    yield Measured("a million rows of figures", made["seconds"], limit, "s")
    yield Measured("the same in seconds of processor", made["processor"], limit, "s")
    yield Measured("memory meanwhile", made["megabytes"], SERIES_MB, "MB")


def _charts(small: Path, large: Path, address: str) -> Iterator[Measured]:
    """One picture as SVG; they need no data."""
    drawn = json.loads(_program(small, address, "-m", "bench.pictures", "--json").splitlines()[-1])
    for name, (milliseconds, size) in sorted(drawn.items(), key=lambda pair: -pair[1][0]):
        yield Measured(f"picture {name} ({size / 1024:.0f} kB)", milliseconds, CHART_MS, "ms")


def _measures(small: Path, large: Path, address: str) -> Iterator[Measured]:
    """In a copy of the small data, which is thrown away; by the processor, since neighbours take turns."""
    with _copy(small, "measures", address) as beside:
        made = json.loads(_program(beside, address, "-m", "bench.measures").splitlines()[-1])
    for key in ("calls", "avoidable", "minutes", "per_day", "per_citizen"):
        yield Measured(f"weeks of a measure from daily sums: {key}", made[key], SUMMED_MS, "ms")
    for key in ("median", "continuity", "waited"):
        yield Measured(f"weeks of a measure from 50,000 registrations: {key}", made[key], READ_MS, "ms")
        yield Measured("the same the first time", made[f"{key}, first time"], READ_COLD_MS, "ms")
    yield Measured("40 trials with 5 measures each", made["dashboard"], DASHBOARD_MS, "ms")
    yield Measured("keeping the sums, of a registration", made["keeping"], KEEPING_MS, "ms")


def _registering(small: Path, large: Path, address: str) -> Iterator[Measured]:
    """In a copy of the data with a million entries, which is thrown away; the data itself can be kept."""
    million, told = small.parent / "million", small.parent / "million.json"
    if not million.exists():
        said = _grown(small, million, address, "-m", "bench.million", str(ENTRIES))
        told.write_text(said, "utf-8")
    with (
        _copy(million, "registering", address) as beside,
        server(databases.variables(beside, address)) as running,
    ):
        signed_in = json.loads(told.read_text("utf-8"))
        for what, value, limit, unit in registering.measured(running, signed_in, address):
            yield Measured(what, value, limit, unit)


@contextmanager
def _copy(data: Path, name: str, address: str) -> Iterator[Path]:
    """The data once more beside it, and gone afterwards."""
    beside = data.parent / name
    shutil.rmtree(beside, ignore_errors=True)
    shutil.copytree(data, beside)
    databases.create(beside, address, like=data)
    try:
        yield beside
    finally:
        databases.drop(beside, address)
        shutil.rmtree(beside, ignore_errors=True)


_MEASURES = {
    "pages": _pages,
    "visit": _visit,
    "pdf": _pdf,
    "start": _start,
    "series": _series,
    "registering": _registering,
    "measures": _measures,
    "charts": _charts,
}


def _program(data: Path, address: str, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=CHECKOUT,
        env={**os.environ, **databases.variables(data, address)},
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(arguments)} ended with {done.returncode}")
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
