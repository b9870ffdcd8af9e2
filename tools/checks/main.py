"""`./test`, inside the development environment."""

import os
import shutil
import sys
import tempfile
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(CHECKOUT))

from tools.bootstrap.testing import parser  # noqa: E402
from tools.checks.chromium import chromium  # noqa: E402
from tools.checks.context import Context  # noqa: E402
from tools.checks.runner import Done, run_all  # noqa: E402
from tools.checks.stages import STAGES  # noqa: E402

_SHOWN = 12_000  # characters of a failure; the rest is in its file


def main(arguments: list[str]) -> int:
    """Runs the stages; 0 only when everything ran and nothing failed."""
    wanted = parser().parse_args(arguments)
    scratch = Path(tempfile.mkdtemp(prefix="stillads-test-"))
    context = Context(CHECKOUT, scratch, _variables(scratch))
    try:
        if wanted.fix:
            _fix(context)
        return report(run_all([s for s in STAGES if not (wanted.fast and s.slow)], context, _tell))
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def report(done: list[Done]) -> int:
    """Prints every failure, what did not run, and the sum as the last line."""
    for one in (one for one in done if one.outcome.failed):
        print(f"\n──── {one.stage.name} ────\n{_shortened(one.outcome.said)}")
    print()
    if not (CHECKOUT.parent / "shared").is_dir():
        print("NOT RUN: the tests that read the seeds (no ../shared); nothing else depends on them")
    for one in (one for one in done if one.outcome.not_run):
        print(f"NOT RUN: {one.stage.name}: {one.outcome.not_run}")
    passed, failed = (sum(getattr(one.outcome, name) for one in done) for name in ("passed", "failed"))
    print(f"{passed} passed, {failed} failed", flush=True)
    return 0 if all(one.outcome.ok for one in done) else 1


def _tell(one: Done) -> None:
    count = f"{one.outcome.passed} passed, {one.outcome.failed} failed" if not one.outcome.not_run else ""
    print(f"{one.stage.name:<24} {one.outcome.word:<8} {one.minutes:5.1f} min   {count}", flush=True)


def _fix(context: Context) -> None:
    """Mends what can be mended by a program: order, format, catalogues."""
    for command in (
        ("-m", "ruff", "check", "--fix", "--quiet", "."),
        ("-m", "ruff", "format", "--quiet", "."),
        ("tools/messages.py",),
    ):
        print(context.python(*command).stdout, end="")


def _shortened(text: str) -> str:
    return text if len(text) <= _SHOWN else f"… (the beginning is left out)\n{text[-_SHOWN:]}"


def _variables(scratch: Path) -> dict[str, str]:
    """Tests never touch the data of the checkout's own installation."""
    return {
        "STILLADS_DATA": str(scratch / "data"),
        "STILLADS_DATABASE": "",
        "STILLADS_PLAIN_STATIC": "1",
        "STILLADS_CHROMIUM": chromium() or "",
        "PYTHONPATH": os.pathsep.join([str(CHECKOUT / "src"), str(CHECKOUT)]),
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
