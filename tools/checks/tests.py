"""Stages made of tests: pytest, counted from its own report."""

from pathlib import Path
from xml.etree import ElementTree

from tools.checks.context import Context
from tools.checks.outcome import Outcome


def run_tests(
    context: Context, name: str, marked: str, *, workers: int = 2, variables: dict[str, str] | None = None
) -> Outcome:
    """Runs the tests whose markers fit the expression `marked`.

    A run that breaks off, or finds no test, has failed however many tests passed before.
    """
    report = context.scratch / f"{name}.xml"
    done = context.python(
        *("-m", "pytest", "-m", marked, "-n", str(workers), "--dist", "loadfile", "-ra", "--tb", "short"),
        f"--junitxml={report}",
        variables=variables,
    )
    passed, failed = _counted(report)
    if done.returncode == 0:
        return Outcome(passed=passed)
    return Outcome(passed=passed, failed=max(failed, 1), said=done.stdout + done.stderr)


def _counted(report: Path) -> tuple[int, int]:
    if not report.exists():
        return 0, 1
    suites = ElementTree.parse(report).getroot().iter("testsuite")  # noqa: S314  # written by our own pytest
    number = {"tests": 0, "failures": 0, "errors": 0, "skipped": 0}
    for suite in suites:
        for key in number:
            number[key] += int(suite.get(key, "0"))
    failed = number["failures"] + number["errors"]
    return max(number["tests"] - failed - number["skipped"], 0), failed
