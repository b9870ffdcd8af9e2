"""A directory of case files, compared value by value."""

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from .agreement import spoken
from .forms import form_of

SUFFIXES = {".jsonl", ".csv"}


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A value that differs: of which case, where in it, what the reference says, what we say."""

    case: str
    where: str
    expected: object
    ours: object


@dataclass(frozen=True, slots=True)
class FileReport:
    """One case file: how many cases and values were compared, and what differed.

    A line that cannot be read, or of a form that is not known, is a mismatch of its own.
    """

    name: str
    cases: int
    values: int
    mismatches: tuple[Mismatch, ...]


def compare_directory(directory: Path) -> list[FileReport]:
    """A report for each case file of the directory, by name; none where there are no case files."""
    files = sorted(path for path in directory.iterdir() if path.suffix in SUFFIXES and path.is_file())
    return [_compare_file(path) for path in files]


def _compare_file(path: Path) -> FileReport:
    cases, values, mismatches = 0, 0, list[Mismatch]()
    for number, case in _cases(path):
        cases += 1
        compared, differing = _compare_case(str(case.get("id", f"line {number}")), case)
        values += compared
        mismatches += differing
    return FileReport(path.name, cases, values, tuple(mismatches))


def _cases(path: Path) -> Iterator[tuple[int, Mapping[str, object]]]:
    with path.open(encoding="utf-8", newline="") as lines:
        if path.suffix == ".csv":
            yield from enumerate(csv.DictReader(lines), start=2)
            return
        for number, line in enumerate(lines, start=1):
            if line.strip():
                yield number, _read(line)


def _read(line: str) -> Mapping[str, object]:
    try:
        case = json.loads(line)
    except ValueError:
        return {}
    return case if isinstance(case, dict) else {}


def _compare_case(name: str, case: Mapping[str, object]) -> tuple[int, list[Mismatch]]:
    form = form_of(case)
    if form is None:
        return 0, [Mismatch(name, "form", "a form that is known", "not known")]
    compared, differing = 0, list[Mismatch]()
    try:
        for answer in form(case):
            compared += 1
            if not answer.agrees:
                differing.append(Mismatch(name, answer.where, answer.expected, spoken(answer.ours)))
    except (LookupError, TypeError, ValueError, AttributeError) as fault:
        differing.append(Mismatch(name, "case", "what can be computed", f"{type(fault).__name__}: {fault}"))
    return compared, differing
